package org.ambassadorportal.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.offering.OfferingId;
import org.jspecify.annotations.Nullable;

/**
 * All that decides when a host is free.
 *
 * @param perWeek how many bookings of any kind the host takes a week at most, Monday to Sunday in the host's zone
 * @param busy what the host's own calendar says, without buffers
 */
record HostTime(
        PersonId host,
        ZoneId zone,
        @Nullable Integer perWeek,
        List<Hours> hours,
        List<Away> away,
        List<Span> busy,
        List<Taken> taken) {

    /** Days on which the host is away, the last one included. */
    record Away(LocalDate first, LocalDate last) {}

    /**
     * Time of the host that is given away.
     *
     * @param span with its buffers
     * @param starts when it really begins
     * @param offering what it was booked for, if for one
     * @param counts whether it counts toward the most a host takes; a block does not
     */
    record Taken(Span span, Instant starts, @Nullable OfferingId offering, boolean counts) {}

    /** When the host is there at all: the hours that serve, without days away and without the organization's holidays. */
    List<Span> present(Span around, List<LocalDate> holidays, ZoneId organization, Predicate<Hours> serve) {
        var wall = new WallTime(zone, around);
        var there = new ArrayList<Span>();
        var last = around.until().atZone(zone).toLocalDate();
        for (var date = around.from().atZone(zone).toLocalDate().minusDays(1);
                !date.isAfter(last);
                date = date.plusDays(1)) {
            for (var one : hours) {
                if (!serve.test(one) || !one.beginOn(date)) continue;
                wall.between(date.atTime(one.opens()), one.endOf(date).atTime(one.closes()), there);
            }
        }
        var gone = new ArrayList<Span>();
        away.forEach(days -> wall.days(days.first(), days.last(), gone));
        var rest = new WallTime(organization, around);
        holidays.forEach(day -> rest.days(day, day, gone));
        return Span.minus(Span.union(there), Span.union(gone));
    }
}
