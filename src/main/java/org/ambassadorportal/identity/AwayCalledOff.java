package org.ambassadorportal.identity;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** A person is there after all. */
record AwayCalledOff(PersonId person, Instant at) implements Happened {

    @Override
    public UUID subject() {
        return person.value();
    }
}
