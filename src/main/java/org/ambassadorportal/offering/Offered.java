package org.ambassadorportal.offering;

import java.util.List;
import java.util.Set;
import org.ambassadorportal.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An offering as other rooms read it.
 *
 * @param about what one gets, in plain text
 * @param lengths in minutes, the usual one first; at least one
 * @param formats how people may meet, at least one
 * @param place where one meets in person; without it the guest says where
 * @param preparation what the guest had better prepare
 * @param hosts who may host it; empty where everybody with hours may
 * @param seats how many a class holds unless it says otherwise
 */
public record Offered(
        OfferingId id,
        OfferingKind kind,
        String name,
        String about,
        List<Integer> lengths,
        List<Format> formats,
        @Nullable String place,
        @Nullable String preparation,
        int seats,
        BookingRules rules,
        List<Question> questions,
        Set<PersonId> hosts,
        boolean active) {

    public Offered {
        lengths = List.copyOf(lengths);
        formats = List.copyOf(formats);
        questions = List.copyOf(questions);
        hosts = Set.copyOf(hosts);
    }

    public boolean mayBeHostedBy(PersonId host) {
        return hosts.isEmpty() || hosts.contains(host);
    }
}
