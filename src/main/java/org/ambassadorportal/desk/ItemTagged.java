package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** A tag was put on an item, or taken away. */
record ItemTagged(UUID subject, Reference reference, String kind, Instant at) implements Happened {

    @Override
    public List<String> fields() {
        return List.of("tags");
    }
}
