package org.ambassadorportal.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the page shows it. Names are looked up when it is read, so what was erased since has none.
 *
 * @param actorName {@code null} where nobody is known by that id any more
 * @param subjectName what it was done to is called, where its room has a name for it
 * @param address from where, as long as that is kept
 */
record AuditRow(
        long seq,
        Instant at,
        ActorKind kind,
        @Nullable UUID actor,
        @Nullable String actorName,
        String verb,
        UUID subject,
        @Nullable String subjectName,
        @Nullable String reference,
        List<String> fields,
        @Nullable String address,
        Hash hash) {

    AuditRow {
        fields = List.copyOf(fields);
    }

    /** "exception approved" for {@code exception-approved}. */
    public String verbInWords() {
        return inWords(verb);
    }

    /** The fields that changed, in words, with commas. */
    public String fieldsInWords() {
        return String.join(", ", fields.stream().map(AuditRow::inWords).toList());
    }

    static String inWords(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .replaceAll("[-_.]+", " ")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
