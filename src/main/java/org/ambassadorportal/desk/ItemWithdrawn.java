package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** Its requester withdrew an item, which settled it. */
@NamedInterface("events")
public record ItemWithdrawn(UUID subject, Reference reference, String kind, Instant at) implements Happened {

    @Override
    public List<String> fields() {
        return List.of("status", "outcome");
    }
}
