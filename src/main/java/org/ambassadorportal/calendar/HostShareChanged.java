package org.ambassadorportal.calendar;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Happened;

/** A host takes more or less of the work from now on, or none. */
record HostShareChanged(PersonId host, Instant at) implements Happened {

    @Override
    public UUID subject() {
        return host.value();
    }
}
