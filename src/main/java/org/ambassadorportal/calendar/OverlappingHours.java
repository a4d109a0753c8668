package org.ambassadorportal.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Whether two of a host's hours ever say the same time twice; those that only touch do not. */
final class OverlappingHours {

    private OverlappingHours() {}

    static boolean overlap(Hours one, Hours other) {
        if (one.offering() != null
                && other.offering() != null
                && !one.offering().equals(other.offering())) return false;
        // Hours over midnight reach the next day, and no further.
        for (int later = -1; later <= 1; later++) if (overlap(one, other, later)) return true;
        return false;
    }

    /** Whether they do where the other ones begin so many days later. */
    private static boolean overlap(Hours one, Hours other, int later) {
        var day = dayOf(one);
        if (dayOf(other) != day.plus(later)) return false;
        long shift = Duration.ofDays(later).toMinutes();
        boolean apart = shift + begin(other) >= end(one) || begin(one) >= shift + end(other);
        if (apart) return false;
        var first = later(one.first(), other.first().minusDays(later));
        var last =
                earlier(one.last(), other.last() == null ? null : other.last().minusDays(later));
        var meeting = first.with(TemporalAdjusters.nextOrSame(day));
        return last == null || !meeting.isAfter(last);
    }

    private static DayOfWeek dayOf(Hours hours) {
        return hours.day() == null ? hours.first().getDayOfWeek() : hours.day();
    }

    private static long begin(Hours hours) {
        return minute(hours.opens());
    }

    private static long end(Hours hours) {
        boolean sameDay = hours.closes().isAfter(hours.opens());
        return minute(hours.closes()) + (sameDay ? 0 : Duration.ofDays(1).toMinutes());
    }

    private static long minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null) return other;
        return other == null || one.isBefore(other) ? one : other;
    }
}
