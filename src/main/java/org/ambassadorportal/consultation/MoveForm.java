package org.ambassadorportal.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The time to which the team moves a booking.
 *
 * @param starts one of the free times that were offered; without it, day and time are typed
 * @param anyway whether it may lie outside of the host's hours
 * @param message to the guest
 */
record MoveForm(
        @Nullable Instant starts,
        @Nullable LocalDate day,
        @Nullable LocalTime time,
        @Nullable Boolean anyway,
        @PlainText(max = 2000, lines = true) String message,
        @Nullable Long version) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    MoveForm {
        message = Objects.requireNonNullElse(message, "").strip();
        anyway = Boolean.TRUE.equals(anyway);
    }

    static MoveForm empty(long version) {
        return new MoveForm(null, null, null, false, "", version);
    }

    void check(Errors errors) {
        SlotForm.checkTime(starts, day, time, errors);
    }
}
