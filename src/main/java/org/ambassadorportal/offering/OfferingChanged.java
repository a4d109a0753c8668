package org.ambassadorportal.offering;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** The terms of an offering are others from now on. */
record OfferingChanged(OfferingId offering, Instant at) implements Happened {

    @Override
    public UUID subject() {
        return offering.value();
    }
}
