package org.ambassadorportal.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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
     * @param canned the canned reply that was put in last
     */
    record Draft(
            String words,
            boolean note,
            @Nullable String held,
            @Nullable UUID canned,
            Instant savedAt) {}

    /** A canned reply that can be put in. */
    record Offer(CannedId id, String title, boolean shared) {}

    /** All that lies beside the composer. */
    record Bench(@Nullable Draft draft, List<Offer> canned, List<FileRow> files) {}

    private final JdbcClient database;
    private final MessageSource words;
    private final Clock clock;

    Composing(JdbcClient database, MessageSource words, Clock clock) {
        this.database = database;
        this.words = words;
        this.clock = clock;
    }

    /** What this person began to write about an item, the canned replies they may put in, and the files that
     * wait to go with it; one statement. */
    @ForComms
    @Transactional(readOnly = true)
    Bench bench(Reference reference, PersonId who) {
        var drafts = new ArrayList<Draft>();
        var canned = new ArrayList<Offer>();
        var files = new ArrayList<FileRow>();
        database.sql("""
                        select words, note, held, canned_id, saved_at, null::uuid as id, null as title, null as shared,
                               null::text as type, null::int as size
                          from desk_composing where person_id = :who and reference = :reference
                        union all
                        (select null, null, null, null, null, id, title, shared, null, null
                           from desk_canned where shared or owner_id = :who
                          order by shared, lower(title), id limit 400)
                        union all
                        (select null, null, null, null, null, id, name, null, type, size
                           from desk_file
                          where reference = :reference and owner_id = :who and message_id is null
                          order by added_at, id)""")
                .param("who", who.value())
                .param("reference", reference.number())
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    if (id == null) drafts.add(draft(row));
                    else if (row.getObject("size") != null)
                        files.add(new FileRow(id, row.getString("title"), row.getString("type"), row.getInt("size")));
                    else canned.add(new Offer(new CannedId(id), row.getString("title"), row.getBoolean("shared")));
                });
        return new Bench(drafts.isEmpty() ? null : drafts.getFirst(), canned, files);
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getString("words"),
                row.getBoolean("note"),
                row.getString("held"),
                row.getObject("canned_id", UUID.class),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }

    /** What this person began to write about an item. */
    @ForComms
    @Transactional(readOnly = true)
    Optional<Draft> find(Reference reference, PersonId who) {
        return Optional.ofNullable(bench(reference, who).draft());
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
        put(reference, who, form.text(), form.note(), null, form.cannedId());
    }

    /**
     * What is in the composer, with a message of the conversation below it as a quotation.
     *
     * @throws NotFound when there is no such message here
     * @throws Refusal when it would be too long
     */
    @ForComms
    @Transactional(readOnly = true)
    ComposerForm quoted(Reference reference, @Nullable UUID message, ComposerForm form) {
        if (message == null) throw new NotFound();
        return database.sql("""
                        select p.name, m.words from desk_message m join person p on p.id = m.author_id
                         where m.id = ? and m.voice <> 'EVENT'
                           and exists (select from desk_item i where i.reference = m.reference
                                          and ? in (i.reference, i.merged_into))""")
                .params(message, reference.number())
                .query((row, number) -> form.below(quotation(row.getString("name"), row.getString("words"))))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private String quotation(String name, String text) {
        var wrote = words.getMessage("desk.quote.wrote", new Object[] {name}, Locale.US);
        return "> " + wrote + "\n>\n"
                + text.lines().map(line -> line.isBlank() ? ">" : "> " + line).collect(Collectors.joining("\n"))
                + "\n\n";
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
    void giveBack(Reference reference, PersonId who, String words, @Nullable String held, @Nullable UUID canned) {
        var since = database.sql("select words from desk_composing where person_id = ? and reference = ? for update")
                .params(who.value(), reference.number())
                .query(String.class)
                .optional();
        put(reference, who, since.map(begun -> words + "\n\n" + begun).orElse(words), false, held, canned);
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

    private void put(
            Reference reference,
            PersonId who,
            String words,
            boolean note,
            @Nullable String held,
            @Nullable UUID canned) {
        database.sql("""
                        insert into desk_composing (person_id, reference, words, note, held, canned_id, saved_at)
                        values (:who, :reference, :words, :note, :held,
                                (select id from desk_canned where id = :canned::uuid), :at)
                        on conflict (person_id, reference) do update
                        set words = excluded.words, note = excluded.note, held = excluded.held,
                            canned_id = excluded.canned_id,
                            saved_at = excluded.saved_at""")
                .param("who", who.value())
                .param("reference", reference.number())
                .param("words", words)
                .param("note", note)
                .param("held", held)
                .param("canned", canned)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
