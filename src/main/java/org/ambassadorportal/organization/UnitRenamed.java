package org.ambassadorportal.organization;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** A unit got another name, or was said to be of another kind. */
@NamedInterface("events")
public record UnitRenamed(UnitId unit, List<String> fields, Instant at) implements Happened {

    public UnitRenamed {
        fields = List.copyOf(fields);
    }

    @Override
    public UUID subject() {
        return unit.value();
    }
}
