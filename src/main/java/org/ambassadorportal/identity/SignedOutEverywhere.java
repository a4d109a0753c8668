package org.ambassadorportal.identity;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** A person ended all of their sessions. */
record SignedOutEverywhere(PersonId person, Instant at) implements Happened {

    @Override
    public UUID subject() {
        return person.value();
    }
}
