package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** An item was settled. Mails nothing: the decision is told by the intake's own event. */
@NamedInterface("events")
public record ItemSettled(UUID subject, Reference reference, String kind, String outcome, Instant at)
        implements Happened {

    @Override
    public List<String> fields() {
        return List.of("status", "outcome");
    }
}
