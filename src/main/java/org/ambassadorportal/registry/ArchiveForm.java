package org.ambassadorportal.registry;

import java.time.LocalDate;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Required;
import org.jspecify.annotations.Nullable;

/** The last day somebody ran it, and what took its place. */
record ArchiveForm(
        @Required(message = "{registry.archived.missing}") @Nullable LocalDate archived,

        @PlainText(max = 36) @Nullable String successor,
        @Nullable Long version) {

    @Nullable AccountId successorId() {
        return successor == null || successor.isBlank() ? null : AccountId.of(successor);
    }
}
