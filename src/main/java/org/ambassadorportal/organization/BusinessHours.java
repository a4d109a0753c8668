package org.ambassadorportal.organization;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * When the comms team is there: on these days of the week, between these two times, not on holidays.
 *
 * @param days the days of the week, at least one
 * @param opens the first minute, before {@code closes}
 * @param holidays days on which nobody is there, in order
 */
public record BusinessHours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes, List<Holiday> holidays) {

    /** A day on which nobody is there. */
    public record Holiday(LocalDate day, String name) {}

    public BusinessHours {
        if (days.isEmpty()) throw new IllegalArgumentException("no day of the week");
        if (!opens.isBefore(closes)) throw new IllegalArgumentException("closes before it opens");
        days = java.util.Collections.unmodifiableSet(new TreeSet<>(days));
        holidays = holidays.stream()
                .sorted(java.util.Comparator.comparing(Holiday::day))
                .toList();
    }

    public boolean isWorkday(LocalDate day) {
        return days.contains(day.getDayOfWeek())
                && holidays.stream().noneMatch(holiday -> holiday.day().equals(day));
    }

    /** How much of the time between two moments lies in business hours; zero when {@code until} is not after {@code from}. */
    public Duration between(Instant from, Instant until, ZoneId zone) {
        var open = Duration.ZERO;
        var last = until.atZone(zone).toLocalDate();
        for (var day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (!isWorkday(day)) continue;
            var begin = later(day.atTime(opens).atZone(zone).toInstant(), from);
            var end = earlier(day.atTime(closes).atZone(zone).toInstant(), until);
            if (begin.isBefore(end)) open = open.plus(Duration.between(begin, end));
        }
        return open;
    }

    /**
     * The moment at which this much time in business hours has passed. Looks two years ahead at most, so that a
     * calendar full of holidays cannot hold up a page.
     */
    public Instant after(Instant from, Duration work, ZoneId zone) {
        var left = work;
        var day = from.atZone(zone).toLocalDate();
        for (int ahead = 0; ahead < 2 * 366; ahead++, day = day.plusDays(1)) {
            if (!isWorkday(day)) continue;
            var begin = later(day.atTime(opens).atZone(zone).toInstant(), from);
            var end = day.atTime(closes).atZone(zone).toInstant();
            if (!begin.isBefore(end)) continue;
            var today = Duration.between(begin, end);
            if (left.compareTo(today) <= 0) return begin.plus(left);
            left = left.minus(today);
        }
        return from.plus(work);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
