package org.ambassadorportal.calendar;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.ambassadorportal.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among the hosts who are free: the one with the fewest bookings given in the last 30 days, divided by their
 * weight; among equals the one whose last was longest ago, somebody who never had one first; then by id, so that the
 * same question has the same answer. A host whom the guest asked for comes before all of that.
 */
public final class FairShare {

    /** Why a host was chosen. */
    public enum Reason {
        /** Nobody else was free. */
        ONLY,
        /** The guest asked for the host they had before, or the team named one. */
        WISHED,
        FEWEST,
        /** As few as somebody else, and the last one longest ago. */
        LONGEST
    }

    /**
     * What a host had lately.
     *
     * @param recent bookings, talks and classes given in the last 30 days
     * @param weight how much of the work the host takes, 100 for a full share
     * @param last when the last one was given, ever
     */
    record Load(
            PersonId host, int recent, int weight, @Nullable Instant last) {

        double weighted() {
            return recent * 100.0 / weight;
        }
    }

    record Choice(PersonId host, Reason reason, int recent) {}

    private static final Comparator<Load> FAIREST = Comparator.comparingDouble(Load::weighted)
            .thenComparing(Load::last, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(load -> load.host().value());

    private FairShare() {}

    /** @param free the hosts who are free, at least one */
    static Choice among(List<Load> free, @Nullable PersonId wished) {
        for (var load : free) if (load.host().equals(wished)) return choice(load, Reason.WISHED);
        var inOrder = free.stream().sorted(FAIREST).toList();
        var first = inOrder.getFirst();
        if (inOrder.size() == 1) return choice(first, Reason.ONLY);
        boolean fewest = first.weighted() < inOrder.get(1).weighted();
        return choice(first, fewest ? Reason.FEWEST : Reason.LONGEST);
    }

    private static Choice choice(Load load, Reason reason) {
        return new Choice(load.host(), reason, load.recent());
    }
}
