package org.ambassadorportal.identity;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** A person who was disabled can sign in again. */
record PersonEnabled(PersonId person, Instant at) implements Happened {

    @Override
    public UUID subject() {
        return person.value();
    }
}
