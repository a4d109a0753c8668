package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** An item that was merged into another one is one of its own again. */
record ItemUnmerged(UUID subject, Reference reference, String kind, Instant at) implements Happened {

    @Override
    public List<String> fields() {
        return List.of("status");
    }
}
