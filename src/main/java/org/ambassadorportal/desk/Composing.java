package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody of the team is writing about an item: kept until it is sent, one text per person and item. */
@Service
class Composing {

    /**
     * A text that was begun and not sent.
     *
     * @param note whether it is for the team alone
     * @param held why it came back after it was sent, a message key
     */
    record Draft(String words, boolean note, @Nullable String held, Instant savedAt) {}

    private final JdbcClient database;
    private final Clock clock;

    Composing(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What this person began to write about an item. */
    @ForComms
    @Transactional(readOnly = true)
    Optional<Draft> find(Reference reference, PersonId who) {
        return database.sql(
                        "select words, note, held, saved_at from desk_composing where person_id = ? and reference = ?")
                .params(who.value(), reference.number())
                .query((row, number) -> new Draft(
                        row.getString("words"),
                        row.getBoolean("note"),
                        row.getString("held"),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /**
     * Keeps what is in the composer, in place of what was kept before; an empty text is forgotten. What was sent in the
     * meantime is not kept again.
     */
    @ForComms
    @Transactional
    void keep(Reference reference, PersonId who, ComposerForm form) {
        if (wasSent(form.once())) return;
        if (form.text().isBlank()) {
            forget(reference, who);
            return;
        }
        put(reference, who, form.text(), form.note(), null);
    }

    private boolean wasSent(@Nullable String once) {
        if (once == null || once.isBlank()) return false;
        return database.sql("select exists (select from submission where key = ?)")
                .param(once)
                .query(Boolean.class)
                .single();
    }

    /**
     * Gives back what did not go out; what was begun since then stands below it.
     *
     * @param held why it came back, a message key; {@code null} where its writer took it back
     */
    @ForInside
    @Transactional
    void giveBack(Reference reference, PersonId who, String words, @Nullable String held) {
        var since = database.sql("select words from desk_composing where person_id = ? and reference = ? for update")
                .params(who.value(), reference.number())
                .query(String.class)
                .optional();
        put(reference, who, since.map(begun -> words + "\n\n" + begun).orElse(words), false, held);
    }

    /** Forgets what was begun, because it was sent or is not wanted any more. */
    @ForInside
    @Transactional
    void forget(Reference reference, PersonId who) {
        database.sql("delete from desk_composing where person_id = ? and reference = ?")
                .params(who.value(), reference.number())
                .update();
    }

    /** Throws away what was begun. */
    @ForComms
    @Transactional
    void discard(Reference reference, PersonId who) {
        forget(reference, who);
    }

    private void put(Reference reference, PersonId who, String words, boolean note, @Nullable String held) {
        database.sql("""
                        insert into desk_composing (person_id, reference, words, note, held, saved_at)
                        values (:who, :reference, :words, :note, :held, :at)
                        on conflict (person_id, reference) do update
                        set words = excluded.words, note = excluded.note, held = excluded.held,
                            saved_at = excluded.saved_at""")
                .param("who", who.value())
                .param("reference", reference.number())
                .param("words", words)
                .param("note", note)
                .param("held", held)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
