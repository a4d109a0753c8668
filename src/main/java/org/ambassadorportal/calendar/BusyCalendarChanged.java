package org.ambassadorportal.calendar;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Happened;

/** The portal reads another calendar of the host from now on, or none. */
record BusyCalendarChanged(PersonId host, Instant at) implements Happened {

    @Override
    public UUID subject() {
        return host.value();
    }
}
