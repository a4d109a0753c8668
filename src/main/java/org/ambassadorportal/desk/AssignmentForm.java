package org.ambassadorportal.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * How a kind is given out.
 *
 * @param people ids of the team, in the order of the page
 * @param shares of each of them, in percent; 0 for no part
 */
record AssignmentForm(
        @PlainText(max = 40) @Nullable String kind,
        @Nullable Boolean automatic,
        List<@PlainText(max = 36) String> people,
        List<Integer> shares,
        @Nullable Long version) {

    static final List<Integer> SHARES = List.of(0, 25, 50, 75, 100);

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    AssignmentForm {
        people = people == null ? List.of() : people;
        shares = shares == null ? List.of() : shares;
    }

    /** The rule it says; people who are not of the team, and shares that are not offered, are left out. */
    FairAssignment.Rule rule(String of, Set<PersonId> team) {
        var parts = new HashMap<PersonId, Integer>();
        for (int at = 0; at < Math.min(people.size(), shares.size()); at++) {
            var share = shares.get(at);
            if (share == null || share == 0 || !SHARES.contains(share)) continue;
            var id = people.get(at);
            team.stream()
                    .filter(person -> person.toString().equals(id))
                    .findFirst()
                    .ifPresent(person -> parts.put(person, share));
        }
        return new FairAssignment.Rule(
                of, Boolean.TRUE.equals(automatic), parts, Objects.requireNonNullElse(version, 0L));
    }
}
