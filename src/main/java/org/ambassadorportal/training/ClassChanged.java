package org.ambassadorportal.training;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** The team changed a class: its day, its place, its host, its seats. */
record ClassChanged(UUID subject, List<String> fields, Instant at) implements Happened {

    ClassChanged {
        fields = List.copyOf(fields);
    }
}
