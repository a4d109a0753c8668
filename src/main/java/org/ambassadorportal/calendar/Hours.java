package org.ambassadorportal.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.ambassadorportal.offering.OfferingId;
import org.jspecify.annotations.Nullable;

/**
 * Hours in which a host can be booked: each week on one day, or once.
 *
 * @param day of the week; {@code null} for hours that are there once
 * @param opens on the clock of the host's zone
 * @param closes on the same clock; when it is not after {@code opens}, it is on the next day
 * @param first the first day they begin on, or the one day
 * @param last the last day they begin on, that included; {@code null} while there is no end
 * @param offering what alone they are for; {@code null} when they are for all
 */
record Hours(
        @Nullable DayOfWeek day,
        LocalTime opens,
        LocalTime closes,
        LocalDate first,
        @Nullable LocalDate last,
        @Nullable OfferingId offering) {

    static Hours once(LocalDate day, LocalTime opens, LocalTime closes, @Nullable OfferingId offering) {
        return new Hours(null, opens, closes, day, day, offering);
    }

    boolean beginOn(LocalDate date) {
        if (day != null && day != date.getDayOfWeek()) return false;
        return !date.isBefore(first) && (last == null || !date.isAfter(last));
    }

    boolean areFor(OfferingId wanted) {
        return offering == null || offering.equals(wanted);
    }

    /** The day on which hours that began on {@code date} end. */
    LocalDate endOf(LocalDate date) {
        return closes.isAfter(opens) ? date : date.plusDays(1);
    }
}
