package org.ambassadorportal.calendar;

import java.time.Instant;
import java.util.List;
import org.ambassadorportal.identity.PersonId;

/**
 * A time at which somebody is free.
 *
 * @param hosts who is, at least one
 */
public record FreeTime(Instant starts, List<PersonId> hosts) {

    public FreeTime {
        hosts = List.copyOf(hosts);
    }
}
