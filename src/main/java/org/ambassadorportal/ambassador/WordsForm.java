package org.ambassadorportal.ambassador;

import jakarta.validation.constraints.NotBlank;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/** What a reviewer asks to be changed. */
record WordsForm(
        @NotBlank(message = "{review.ask.missing}") @PlainText(max = 4000, lines = true) @Nullable String changes,

        @Nullable Long version) {

    String said() {
        return changes == null ? "" : changes.strip();
    }
}
