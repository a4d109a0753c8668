package org.ambassadorportal.offering;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** Something new is on offer. */
record OfferingAdded(OfferingId offering, Instant at) implements Happened {

    @Override
    public UUID subject() {
        return offering.value();
    }
}
