package org.ambassadorportal.calendar;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Happened;

/** A host's bookings stand at a new secret address; the old one leads nowhere. */
record CalendarAddressRenewed(PersonId host, Instant at) implements Happened {

    @Override
    public UUID subject() {
        return host.value();
    }
}
