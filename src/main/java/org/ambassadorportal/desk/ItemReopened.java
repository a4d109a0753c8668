package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** The requester wrote soon after an item was settled, and it is open again; its outcome stays. */
record ItemReopened(UUID subject, Reference reference, String kind, Instant at) implements Happened {

    @Override
    public List<String> fields() {
        return List.of("status");
    }
}
