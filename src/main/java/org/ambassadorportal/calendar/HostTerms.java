package org.ambassadorportal.calendar;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When and how a host can be booked.
 *
 * @param videoAddress where guests meet the host by video
 * @param perWeek how many bookings the host takes a week at most
 * @param weight how much of the work, 100 for a full share; {@code null} leaves it as it is
 * @param active whether any at all; not, when it is {@code null}
 */
record HostTerms(
        ZoneId zone,
        @Nullable String videoAddress,
        @Nullable Integer perWeek,
        @Nullable Integer weight,
        @Nullable Boolean active,
        List<Hours> hours) {

    HostTerms {
        hours = List.copyOf(hours);
    }
}
