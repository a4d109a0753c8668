package org.ambassadorportal.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.ambassadorportal.offering.Offered;
import org.jspecify.annotations.Nullable;

/**
 * When a host can be booked in the seven days from today on, for one offering.
 *
 * @param offering for which; {@code null} when they host none
 * @param next the next time they can be booked at, in their zone
 */
record HostWeek(
        @Nullable Offered offering,
        List<Day> days,
        @Nullable LocalDateTime next) {

    static final int DAYS = 7;

    record Day(LocalDate date, List<Part> parts) {

        Day {
            parts = List.copyOf(parts);
        }
    }

    /** A part of a day, in minutes of the wall clock. */
    record Part(int from, int until) {

        public LocalTime opens() {
            return LocalTime.ofSecondOfDay(from * 60L);
        }

        /** Midnight where it goes on until the end of the day. */
        public LocalTime closes() {
            return LocalTime.ofSecondOfDay(until * 60L % Duration.ofDays(1).toSeconds());
        }

        public int length() {
            return until - from;
        }
    }

    HostWeek {
        days = List.copyOf(days);
    }

    static HostWeek without(LocalDate today) {
        return of(null, List.of(), Duration.ofMinutes(1), today, ZoneId.of("UTC"));
    }

    /** @param starts times at which a booking of this length may begin, in order */
    static HostWeek of(
            @Nullable Offered offering, List<Instant> starts, Duration length, LocalDate today, ZoneId zone) {
        var spans =
                Span.union(starts.stream().map(start -> Span.of(start, length)).toList());
        var days = new ArrayList<Day>();
        for (var date = today; date.isBefore(today.plusDays(DAYS)); date = date.plusDays(1)) {
            var parts = new ArrayList<Part>();
            for (var span : spans) {
                var from = minute(span.from(), date, zone);
                var until = minute(span.until(), date, zone);
                if (from < until) parts.add(new Part(from, until));
            }
            days.add(new Day(date, parts));
        }
        var next = starts.isEmpty() ? null : LocalDateTime.ofInstant(starts.getFirst(), zone);
        return new HostWeek(offering, days, next);
    }

    /** What the clock of this day shows then; its beginning or end when the moment lies before or after. */
    private static int minute(Instant at, LocalDate date, ZoneId zone) {
        var local = at.atZone(zone);
        if (local.toLocalDate().isBefore(date)) return 0;
        return local.toLocalDate().isAfter(date)
                ? (int) Duration.ofDays(1).toMinutes()
                : local.toLocalTime().toSecondOfDay() / 60;
    }
}
