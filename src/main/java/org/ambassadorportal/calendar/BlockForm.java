package org.ambassadorportal.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A stretch of a day to be kept free of bookings.
 *
 * @param why what the team reads in the calendar
 */
record BlockForm(
        @Nullable PersonId host,
        @Nullable LocalDate day,
        @Nullable LocalTime from,
        @Nullable LocalTime until,
        @PlainText(max = 120) String why) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    BlockForm {
        why = Objects.requireNonNullElse(why, "").strip();
    }

    void check(Errors errors) {
        require(host, "host", errors);
        require(day, "day", errors);
        require(from, "from", errors);
        require(until, "until", errors);
        if (from != null && until != null && !from.isBefore(until))
            errors.rejectValue("until", "calendar.block.until.before");
    }

    private static void require(@Nullable Object value, String field, Errors errors) {
        if (value == null && !errors.hasFieldErrors(field))
            errors.rejectValue(field, "calendar.block." + field + ".missing");
    }

    /**
     * The stretch on the clock of a zone.
     *
     * @throws Refusal when the clocks skip it
     */
    Span span(ZoneId zone) {
        var date = Objects.requireNonNull(day);
        Instant begin = date.atTime(Objects.requireNonNull(from)).atZone(zone).toInstant();
        Instant end = date.atTime(Objects.requireNonNull(until)).atZone(zone).toInstant();
        if (!begin.isBefore(end)) throw new Refusal("until", "calendar.block.skipped");
        return new Span(begin, end);
    }
}
