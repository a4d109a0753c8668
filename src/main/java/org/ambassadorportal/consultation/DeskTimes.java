package org.ambassadorportal.consultation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ambassadorportal.calendar.FairShare;
import org.jspecify.annotations.Nullable;

/**
 * The times from which the team chooses.
 *
 * @param wishes the requester's own times, in their order
 * @param free other times at which somebody is free, or the booking's host
 * @param hosts who else is free at the time that is booked
 */
record DeskTimes(List<Wished> wishes, List<Choice> free, List<Choice> hosts) {

    static final DeskTimes NONE = new DeskTimes(List.of(), List.of(), List.of());

    DeskTimes {
        wishes = List.copyOf(wishes);
        free = List.copyOf(free);
        hosts = List.copyOf(hosts);
    }

    /**
     * A time that the requester wished for.
     *
     * @param number the place in the requester's order, from 1
     * @param hosts who is free then, the fairest first and under an empty value, so that it is chosen anew if somebody
     *     else becomes the fairest
     * @param reason why that one is suggested; {@code null} where nobody is free
     */
    record Wished(
            int number,
            Instant starts,
            int minutes,
            boolean past,
            List<Choice> hosts,
            FairShare.@Nullable Reason reason,
            int recent) {

        Wished {
            hosts = List.copyOf(hosts);
        }

        public Instant ends() {
            return starts.plus(Duration.ofMinutes(minutes));
        }

        /** The name of who is suggested. */
        public String suggested() {
            return hosts.getFirst().label();
        }

        public boolean isFree() {
            return !hosts.isEmpty();
        }
    }
}
