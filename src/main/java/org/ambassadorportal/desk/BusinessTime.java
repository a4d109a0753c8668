package org.ambassadorportal.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.ambassadorportal.organization.BusinessHours;

/** The hours in which the team is there, on the organization's clock. */
record BusinessTime(BusinessHours hours, ZoneId zone) {

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    Duration between(Instant from, Instant until) {
        return hours.between(from, until, zone);
    }

    Instant after(Instant from, Duration work) {
        return hours.after(from, work, zone);
    }

    /** The same, rounded up to the half hour: nobody should have to wait for "3:07 pm". */
    Instant halfHourAfter(Instant from, Duration work) {
        var exact = after(from, work).atZone(zone);
        var half = exact.truncatedTo(ChronoUnit.HOURS);
        while (half.isBefore(exact)) half = half.plus(HALF_HOUR);
        return half.toInstant();
    }
}
