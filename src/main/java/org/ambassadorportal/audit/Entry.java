package org.ambassadorportal.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the trail in its place in the chain. Its hash is SHA-256 over the hash before it and all its columns, each
 * with its length, so that no two rows read alike.
 */
record Entry(
        long seq,
        UUID id,
        Instant at,
        ActorKind kind,
        @Nullable UUID actor,
        String verb,
        UUID subject,
        @Nullable String reference,
        List<String> fields,
        Hash before,
        Hash hash) {

    Entry {
        fields = List.copyOf(fields);
    }

    /** The note as the next link of the chain. */
    static Entry after(Link end, Note note) {
        long seq = end.seq() + 1;
        var hash = digest(
                seq,
                note.id(),
                note.at(),
                note.kind(),
                note.actor(),
                note.verb(),
                note.subject(),
                note.reference(),
                note.fields(),
                end.hash());
        return new Entry(
                seq,
                note.id(),
                note.at(),
                note.kind(),
                note.actor(),
                note.verb(),
                note.subject(),
                note.reference(),
                note.fields(),
                end.hash(),
                hash);
    }

    static Entry read(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                ActorKind.valueOf(row.getString("actor_kind")),
                row.getObject("actor", UUID.class),
                row.getString("verb"),
                row.getObject("subject", UUID.class),
                row.getString("reference"),
                List.of((String[]) row.getArray("fields").getArray()),
                Hash.of(row.getBytes("prev_hash")),
                Hash.of(row.getBytes("hash")));
    }

    /** Whether this row is what was written, and stands where it was written. */
    boolean follows(Link end) {
        return seq == end.seq() + 1
                && before.equals(end.hash())
                && hash.equals(digest(seq, id, at, kind, actor, verb, subject, reference, fields, before));
    }

    Link link() {
        return new Link(seq, hash);
    }

    private static Hash digest(
            long seq,
            UUID id,
            Instant at,
            ActorKind kind,
            @Nullable UUID actor,
            String verb,
            UUID subject,
            @Nullable String reference,
            List<String> fields,
            Hash before) {
        var sha = sha256();
        sha.update(before.bytes());
        part(sha, Long.toString(seq));
        part(sha, id.toString());
        part(sha, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
        part(sha, kind.name());
        part(sha, actor == null ? null : actor.toString());
        part(sha, verb);
        part(sha, subject.toString());
        part(sha, reference);
        part(sha, Integer.toString(fields.size()));
        fields.forEach(field -> part(sha, field));
        return Hash.of(sha.digest());
    }

    private static void part(MessageDigest sha, @Nullable String text) {
        var bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        sha.update((text == null ? "-;" : bytes.length + ";").getBytes(StandardCharsets.US_ASCII));
        sha.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
