package org.ambassadorportal.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
}
