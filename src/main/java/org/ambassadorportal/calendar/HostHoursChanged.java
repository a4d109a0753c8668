package org.ambassadorportal.calendar;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Happened;

/** A host can be booked at other times from now on. */
record HostHoursChanged(PersonId host, List<String> fields, Instant at) implements Happened {

    HostHoursChanged {
        fields = List.copyOf(fields);
    }

    @Override
    public UUID subject() {
        return host.value();
    }
}
