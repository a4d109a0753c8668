package org.ambassadorportal.consultation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page of the form shows around its questions.
 *
 * @param changing whether this page was opened from "check your answers" and leads back there
 * @param savedAt when the draft was last saved
 */
record AskPage(
        RequestKind offering,
        Step step,
        boolean changing,
        @Nullable Instant savedAt) {

    public List<Step> steps() {
        return List.of(Step.values());
    }

    public String path() {
        return step.path(offering) + (changing ? "?then=check" : "");
    }

    /** The page before this one, or the page of answers it was opened from; {@code null} on the first. */
    public @Nullable Step back() {
        return changing ? Step.CHECK : step.before();
    }

    public @Nullable String backPath() {
        var back = back();
        return back == null ? null : back.path(offering);
    }
}
