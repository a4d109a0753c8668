package org.ambassadorportal.amplification;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.registry.AccountId;
import org.jspecify.annotations.Nullable;

/** Through which official account it goes out, and on which day. */
record AcceptForm(
        @NotNull(message = "{amplification.account.missing}") @Nullable AccountId account,

        @NotNull(message = "{amplification.runDay.missing}") @Nullable LocalDate day,

        @PlainText(max = 2000, lines = true) String message,
        @Nullable Long version) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    AcceptForm {
        message = Objects.requireNonNullElse(message, "").strip();
    }
}
