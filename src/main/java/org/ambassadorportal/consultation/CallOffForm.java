package org.ambassadorportal.consultation;

import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/** Why the team calls a booking off; the guest reads it. */
record CallOffForm(
        @NotBlank(message = "{consultation.reason.missing}") @PlainText(max = 2000, lines = true)
        String reason,

        @Nullable Long version) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    CallOffForm {
        reason = Objects.requireNonNullElse(reason, "").strip();
    }

    static CallOffForm empty(long version) {
        return new CallOffForm("", version);
    }
}
