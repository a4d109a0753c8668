package org.ambassadorportal.identity;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** A person is going to be away for some days. */
record AwayAdded(PersonId person, Instant at) implements Happened {

    @Override
    public UUID subject() {
        return person.value();
    }
}
