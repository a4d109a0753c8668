package org.ambassadorportal.freeze;

import jakarta.validation.constraints.NotBlank;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/** A new account that no freeze covers: what it is wanted for. */
record QuestionStepForm(
        @PlainText(max = 4000, lines = true) @NotBlank(message = "{freeze.question.words.missing}") @Nullable String words,

        @PlainText(max = 36) @Nullable String once) {}
