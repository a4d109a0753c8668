package org.ambassadorportal.calendar;

import java.time.Duration;
import java.util.Set;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.offering.BookingRules;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.Offered;
import org.ambassadorportal.offering.OfferingId;
import org.jspecify.annotations.Nullable;

/**
 * What a free time is wanted for.
 *
 * @param before kept free before it, travel included
 * @param after kept free after it, travel included
 * @param notice how far away it must at least begin
 * @param horizonDays how many days ahead it may lie
 * @param perDay how many of this offering a host has on a day at most
 * @param perWeek how many of this offering a host has in a week at most
 * @param step times begin at multiples of it, counted from the epoch, which is the full hour almost everywhere
 * @param hosts who may host it; empty for everybody with hours
 */
public record Demand(
        OfferingId offering,
        Duration length,
        Duration before,
        Duration after,
        Duration notice,
        int horizonDays,
        @Nullable Integer perDay,
        @Nullable Integer perWeek,
        Duration step,
        Set<PersonId> hosts) {

    public Demand {
        hosts = Set.copyOf(hosts);
    }

    /** A time for this offering, on its terms. */
    public static Demand of(Offered offered, int minutes, Format format) {
        return of(offered.id(), offered.rules(), offered.hosts(), minutes, format);
    }

    /** The same for an offering of which only the rules are at hand. */
    public static Demand of(OfferingId offering, BookingRules rules, Set<PersonId> hosts, int minutes, Format format) {
        return new Demand(
                offering,
                Duration.ofMinutes(minutes),
                rules.before(format),
                rules.after(format),
                rules.notice(),
                rules.horizonDays(),
                rules.perDay(),
                rules.perWeek(),
                // Long ones on the half hour, which keeps the lists short.
                Duration.ofMinutes(minutes % 30 == 0 ? 30 : 15),
                hosts);
    }

    /** The same by one host alone. */
    public Demand by(PersonId host) {
        return new Demand(offering, length, before, after, notice, horizonDays, perDay, perWeek, step, Set.of(host));
    }

    /** The same when the team itself sets the time: neither notice nor horizon hold it back, only what is past; and it begins
     * at any minute. */
    public Demand byTheTeam() {
        return new Demand(
                offering, length, before, after, Duration.ZERO, 730, perDay, perWeek, Duration.ofMinutes(1), hosts);
    }

    /** The same with times that begin at multiples of this only. */
    public Demand every(Duration step) {
        return new Demand(offering, length, before, after, notice, horizonDays, perDay, perWeek, step, hosts);
    }

    public boolean mayBeHostedBy(PersonId host) {
        return hosts.isEmpty() || hosts.contains(host);
    }
}
