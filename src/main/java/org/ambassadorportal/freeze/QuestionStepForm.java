package org.ambassadorportal.freeze;

import jakarta.validation.constraints.NotBlank;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/** A new account that no freeze covers: what it is wanted for, and by whom. */
record QuestionStepForm(
        @PlainText(max = 4000, lines = true) @NotBlank(message = "{freeze.question.words.missing}") @Nullable String words,

        @PlainText(max = 20) @Nullable String whom,
        @PlainText(max = 254) @Nullable String colleague,
        @PlainText(max = 36) @Nullable String once) {

    static QuestionStepForm of(DraftPage draft) {
        var typed = draft.answers();
        return new QuestionStepForm(typed.reason(), typed.whom(), typed.colleague(), draft.key());
    }

    boolean forColleague() {
        return "colleague".equals(whom);
    }
}
