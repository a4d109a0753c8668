package org.ambassadorportal.organization;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** A unit was added to the tree. */
@NamedInterface("events")
public record UnitAdded(UnitId unit, Instant at) implements Happened {

    @Override
    public UUID subject() {
        return unit.value();
    }
}
