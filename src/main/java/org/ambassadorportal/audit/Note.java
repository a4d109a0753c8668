package org.ambassadorportal.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;
import org.ambassadorportal.kernel.Ids;
import org.jspecify.annotations.Nullable;

/**
 * An event as the trail keeps it, before it has its place in the chain. It is taken down when the event happens, because
 * that is when it is known who acts, and from where.
 *
 * @param at in microseconds, the precision of the database: the hash must come out the same after a reading
 * @param address the network address, kept beside the chain
 */
record Note(
        UUID id,
        Instant at,
        ActorKind kind,
        @Nullable UUID actor,
        String verb,
        UUID subject,
        @Nullable String reference,
        List<String> fields,
        @Nullable String address) {

    Note {
        at = at.truncatedTo(ChronoUnit.MICROS);
        fields = List.copyOf(fields);
    }

    static Note of(Happened event, ActorKind kind, @Nullable UUID actor, @Nullable String address) {
        return new Note(
                Ids.next(),
                event.at(),
                kind,
                actor,
                event.verb(),
                event.subject(),
                reference(event),
                event.fields(),
                address);
    }

    /** The request an event belongs to, where the event has it: the part that every module calls "reference". */
    private static @Nullable String reference(Happened event) {
        var parts = event.getClass().getRecordComponents();
        if (parts == null) return null;
        return Arrays.stream(parts)
                .filter(part -> part.getName().equals("reference"))
                .findFirst()
                .map(part -> {
                    try {
                        part.getAccessor().trySetAccessible();
                        return part.getAccessor().invoke(event);
                    } catch (ReflectiveOperationException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })
                .map(String::valueOf)
                .orElse(null);
    }
}
