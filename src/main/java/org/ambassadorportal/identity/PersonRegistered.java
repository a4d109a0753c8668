package org.ambassadorportal.identity;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** Somebody became known to the portal. */
record PersonRegistered(PersonId person, Instant at) implements Happened {

    @Override
    public UUID subject() {
        return person.value();
    }
}
