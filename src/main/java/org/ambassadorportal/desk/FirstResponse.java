package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.ambassadorportal.organization.BusinessHours;
import org.ambassadorportal.organization.Organization;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By when the team answers a request for the first time. Whoever promises a time to a requester asks here. */
@Component
class FirstResponse {

    /** Hours in which somebody is there; within the working day by which the insights measure. */
    private static final Duration WORK = Duration.ofHours(8);

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private final Organization organization;
    private final When when;
    private final Clock clock;

    FirstResponse(Organization organization, When when, Clock clock) {
        this.organization = organization;
        this.when = when;
        this.clock = clock;
    }

    /**
     * A time that was promised.
     *
     * @param words "Tuesday, Nov 24, 3 pm"
     * @param passed whether it is over, and nobody has answered
     */
    record Promise(Instant by, String words, boolean passed) {}

    /** What was promised about an item; {@code null} once it was answered, or needs no answer any more. */
    @Nullable Promise of(ItemRow item) {
        boolean open = item.firstResponseAt() == null && !item.status().isOver();
        return open ? to(item.receivedAt()) : null;
    }

    /** What is promised for a request that came in at this moment. */
    Promise to(Instant received) {
        var facts = organization.facts();
        var by = by(received, facts.hours(), facts.zone());
        return new Promise(by, when.moment(by), by.isBefore(clock.instant()));
    }

    /** Rounded up to the half hour: nobody should have to wait for "3:07 pm". */
    static Instant by(Instant received, BusinessHours hours, ZoneId zone) {
        var exact = hours.after(received, WORK, zone).atZone(zone);
        var half = exact.truncatedTo(ChronoUnit.HOURS);
        while (half.isBefore(exact)) half = half.plus(HALF_HOUR);
        return half.toInstant();
    }
}
