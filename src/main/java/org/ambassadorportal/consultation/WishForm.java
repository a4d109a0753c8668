package org.ambassadorportal.consultation;

import jakarta.validation.constraints.NotBlank;
import java.util.Objects;
import org.ambassadorportal.kernel.PlainText;

/**
 * No time suits: when it would, in words.
 *
 * @param times such as "Thursdays after 2 pm"
 */
record WishForm(
        @NotBlank(message = "{booking.wish.missing}") @PlainText(max = 1000, lines = true)
        String times) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    WishForm {
        times = Objects.requireNonNullElse(times, "").strip();
    }
}
