package org.ambassadorportal.consultation;

import java.time.Instant;
import java.time.ZoneId;
import org.ambassadorportal.calendar.Given;
import org.ambassadorportal.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The time that was chosen in a form that is not sent yet.
 *
 * @param host whose time is held, and why; should it be free no more, somebody else's may be
 * @param same whether the host of the time before is wished for
 * @param zone in which the requester reads times; {@code null} for the organization's
 */
record Chosen(
        Instant starts,
        PersonId host,
        Why why,
        boolean same,
        @Nullable String zone) {

    static Chosen of(Given given, boolean same, @Nullable ZoneId zone) {
        return new Chosen(given.starts(), given.host(), Why.of(given), same, zone == null ? null : zone.getId());
    }

    public @Nullable ZoneId zoneId() {
        return zone == null ? null : ZoneId.of(zone);
    }
}
