package org.ambassadorportal.freeze;

import java.util.Arrays;
import java.util.List;
import org.ambassadorportal.kernel.FormStep;
import org.jspecify.annotations.Nullable;

/**
 * What every page of the form shows around its questions.
 *
 * @param draft {@code null} until the first page was saved
 * @param changing whether the page was opened from "check your answers" and leads back there
 */
record AskPage(Step step, @Nullable DraftPage draft, boolean changing) {

    public List<FormStep> rows() {
        var next = draft == null ? Step.ACCOUNT : draft.next();
        return Arrays.stream(Step.values())
                .map(each -> new FormStep(
                        each.label(), each.path(), each.isBefore(next), each == step, !next.isBefore(each)))
                .toList();
    }

    public int last() {
        return Step.values().length;
    }

    /** The page before this one, or the answers it was opened from; {@code null} on the first. */
    public @Nullable Step before() {
        return changing ? Step.CHECK : step.before();
    }
}
