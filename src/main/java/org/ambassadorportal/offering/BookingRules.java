package org.ambassadorportal.offering;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When an offering can be booked.
 *
 * @param noticeHours how long before its beginning a time must be taken, at least
 * @param horizonDays how many days ahead a time may lie, at most
 * @param minutesBefore kept free before each booking
 * @param minutesAfter kept free after each booking; between two bookings the after of one and the before of the next
 *     add up
 * @param travelMinutes kept free in addition, on both sides, when people meet in person
 * @param perDay how many bookings of this offering a host has on a day at most; no limit without it
 * @param perWeek the same for a week, Monday to Sunday in the host's zone
 * @param changeHours until how long before its beginning the guest may move or cancel it alone
 */
@Embeddable
public record BookingRules(
        int noticeHours,
        int horizonDays,
        int minutesBefore,
        int minutesAfter,
        int travelMinutes,
        @Nullable Integer perDay,
        @Nullable Integer perWeek,
        int changeHours) {

    public Duration notice() {
        return Duration.ofHours(noticeHours);
    }

    /** What is kept free before a booking. */
    public Duration before(Format format) {
        return Duration.ofMinutes(minutesBefore + (format == Format.IN_PERSON ? travelMinutes : 0));
    }

    /** What is kept free after a booking. */
    public Duration after(Format format) {
        return Duration.ofMinutes(minutesAfter + (format == Format.IN_PERSON ? travelMinutes : 0));
    }

    public Duration changeLimit() {
        return Duration.ofHours(changeHours);
    }
}
