package org.ambassadorportal.amplification;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.ambassadorportal.kernel.FormStep;
import org.jspecify.annotations.Nullable;

/**
 * What every page of the form shows around its questions.
 *
 * @param changing whether this page was opened from "check your answers" and leads back there
 * @param savedAt when the draft was last saved
 */
record AskPage(
        Step step,
        AmplifyDraft draft,
        boolean changing,
        @Nullable Instant savedAt) {

    public List<FormStep> rows() {
        var open = draft.firstOpen();
        return Arrays.stream(Step.values())
                .map(each ->
                        new FormStep(each.label(), each.path(), draft.has(each), each == step, !open.isBefore(each)))
                .toList();
    }

    public int last() {
        return Step.values().length;
    }

    public String path() {
        return step.path() + (changing ? "?then=check" : "");
    }

    /** The page before this one, or the page of answers it was opened from; {@code null} on the first. */
    public @Nullable Step back() {
        return changing ? Step.CHECK : step.before();
    }
}
