package org.ambassadorportal.organization;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** A unit was closed: it no longer exists, and nobody can choose it any more. */
@NamedInterface("events")
public record UnitClosed(UnitId unit, Instant at) implements Happened {

    @Override
    public UUID subject() {
        return unit.value();
    }
}
