package org.ambassadorportal.organization;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** A unit now belongs to another unit, with all that is below it. */
@NamedInterface("events")
public record UnitMoved(UnitId unit, Instant at) implements Happened {

    @Override
    public UUID subject() {
        return unit.value();
    }

    @Override
    public List<String> fields() {
        return List.of("parent");
    }
}
