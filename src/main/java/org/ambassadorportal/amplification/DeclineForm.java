package org.ambassadorportal.amplification;

import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/** Why a request is declined; the requester reads it. */
record DeclineForm(
        @NotBlank(message = "{amplification.reason.missing}") @PlainText(max = 2000, lines = true)
        String reason,

        @Nullable Long version) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    DeclineForm {
        reason = Objects.requireNonNullElse(reason, "").strip();
    }
}
