package org.ambassadorportal.ambassador;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** What a page shows has changed, by its owner at once or after a review. */
record PageChanged(UUID subject, List<String> fields, Instant at) implements Happened {

    PageChanged {
        fields = List.copyOf(fields);
    }
}
