package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** A requester said whether it helped, or changed their answer. */
record HelpAnswered(UUID subject, Reference reference, String kind, Instant at) implements Happened {

    @Override
    public List<String> fields() {
        return List.of("helped");
    }
}
