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
record BookPage(BookStep step, boolean changing, @Nullable Instant savedAt) {

    public List<BookStep.Row> rows() {
        return step.rows().toList();
    }

    public int number() {
        return step.number();
    }

    public int count() {
        return BookStep.count();
    }

    /** The page before this one, or the page of answers it was opened from; {@code null} on the first. */
    public @Nullable BookStep back() {
        return changing ? BookStep.CHECK : step.before();
    }

    public String path() {
        return step.path() + (changing ? "?then=check" : "");
    }
}
