package org.ambassadorportal.organization;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** A closed unit exists again. */
@NamedInterface("events")
public record UnitReopened(UnitId unit, Instant at) implements Happened {

    @Override
    public UUID subject() {
        return unit.value();
    }
}
