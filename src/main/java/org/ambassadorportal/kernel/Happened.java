package org.ambassadorportal.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Something that happened in a room: the shape of every domain event. The audit trail writes a row for each, in the
 * same transaction; it takes the actor from the security context.
 */
public interface Happened {

    /** What it happened to: the id of the aggregate. */
    UUID subject();

    Instant at();

    /** The verb of the trail, "exception-approved" for {@code ExceptionApproved}. */
    default String verb() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** The names of the fields that changed; never their values, so that a person can be erased later. */
    default List<String> fields() {
        return List.of();
    }
}
