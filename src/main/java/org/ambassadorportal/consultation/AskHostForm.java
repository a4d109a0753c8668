package org.ambassadorportal.consultation;

import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import org.ambassadorportal.kernel.PlainText;

/** What the requester asks of the host when it is too late to change a booking alone. */
record AskHostForm(
        @NotBlank(message = "{booking.ask-host.missing}") @PlainText(max = 2000, lines = true)
        String words) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    AskHostForm {
        words = Objects.requireNonNullElse(words, "").strip();
    }
}
