package org.ambassadorportal.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import org.ambassadorportal.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of the team's calendar is looked at; it stands in the address.
 *
 * @param week a whole week, Monday to Sunday; otherwise one day
 * @param day the day, or any day of the week
 * @param host one host; {@code null} for all
 */
record CalendarView(boolean week, LocalDate day, @Nullable PersonId host) {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    /** Reads an address; what cannot be read counts as left out, because people shorten addresses by hand. */
    static CalendarView of(@Nullable String view, @Nullable String day, @Nullable String host, LocalDate today) {
        return new CalendarView(!"day".equals(view), dayOf(day, today), hostOf(host));
    }

    private static LocalDate dayOf(@Nullable String text, LocalDate today) {
        if (text == null || text.length() > 10) return today;
        try {
            var day = LocalDate.parse(text);
            return day.isBefore(EARLIEST) || day.isAfter(LATEST) ? today : day;
        } catch (DateTimeException unreadable) {
            return today;
        }
    }

    private static @Nullable PersonId hostOf(@Nullable String text) {
        if (text == null || text.length() != 36) return null;
        try {
            return new PersonId(UUID.fromString(text));
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    public LocalDate first() {
        return week ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day;
    }

    public LocalDate last() {
        return week ? first().plusDays(6) : day;
    }

    public CalendarView earlier() {
        return new CalendarView(week, week ? day.minusWeeks(1) : day.minusDays(1), host);
    }

    public CalendarView later() {
        return new CalendarView(week, week ? day.plusWeeks(1) : day.plusDays(1), host);
    }

    public CalendarView on(LocalDate other) {
        return new CalendarView(week, other, host);
    }

    public CalendarView byDay(LocalDate other) {
        return new CalendarView(false, other, host);
    }

    public CalendarView byWeek() {
        return new CalendarView(true, day, host);
    }

    public CalendarView of(@Nullable PersonId other) {
        return new CalendarView(week, day, other);
    }

    /** Its address. */
    public String path() {
        var address = UriComponentsBuilder.fromPath("/desk/calendar")
                .queryParam("view", week ? "week" : "day")
                .queryParam("day", day);
        if (host != null) address.queryParam("host", host);
        return address.toUriString();
    }
}
