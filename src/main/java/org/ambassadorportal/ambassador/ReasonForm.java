package org.ambassadorportal.ambassador;

import jakarta.validation.constraints.NotBlank;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/** Why an enrollment is declined, or a page suspended; its person reads it. */
record ReasonForm(
        @NotBlank(message = "{review.reason.missing}") @PlainText(max = 2000, lines = true) @Nullable String reason,

        @Nullable Long version) {

    String said() {
        return reason == null ? "" : reason.strip();
    }
}
