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
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What somebody of the team is writing about an item: kept until it is sent, one text per person and item. */
@Service
class Composing {

    /**
     * A text that was begun and not sent.
     *
     * @param words all of it, those that came back first
     * @param note whether it is for the team alone
     * @param held why it came back after it was sent, a message key
     * @param canned the canned reply that was put in last
     * @param back the words that came back, as they were
     * @param backId which words these are: only a form that says so has shown them and may do away with them
     */
    record Draft(
            String words,
            boolean note,
            @Nullable String held,
            @Nullable UUID canned,
            @Nullable String back,
            @Nullable UUID backId,
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
                        select words, note, held, canned_id, saved_at, back, back_id, back_seen, null::uuid as id, null as title, null as shared,
                               null::text as type, null::int as size
                          from desk_composing where person_id = :who and reference = :reference
                        union all
                        (select null, null, null, null, null, null, null, null, id, title, shared, null, null
                           from desk_canned where shared or owner_id = :who
                          order by shared, lower(title), id limit 400)
                        union all
                        (select null, null, null, null, null, null, null, null, id, name, null, type, size
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
        var words = row.getString("words");
        var back = row.getString("back");
        return new Draft(
                back == null || row.getBoolean("back_seen") ? words : below(back, words),
                row.getBoolean("note"),
                row.getString("held"),
                row.getObject("canned_id", UUID.class),
                back,
                row.getObject("back_id", UUID.class),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }

    /** What was begun, below words that came back. */
    static String below(String back, String begun) {
        return begun.isBlank() ? back : back + "\n\n" + begun;
    }

    /** What this person began to write about an item. */
    @ForComms
    @Transactional(readOnly = true)
    Optional<Draft> find(Reference reference, PersonId who) {
        return Optional.ofNullable(bench(reference, who).draft());
    }

    /**
     * Keeps what is in the composer, in place of what was kept before; an empty text is forgotten. What was sent in the
     * meantime is not kept again. Words that came back and that the form did not show stay, and what is kept stands
     * below them.
     */
    @ForComms
    @Transactional
    void keep(Reference asked, PersonId who, ComposerForm form) {
        // What is typed on the page of an item that was merged meanwhile is found where it goes on.
        var reference = end(asked);
        alone(reference, who);
        if (wasSent(form.once())) return;
        if (form.text().isBlank()) {
            forget(reference, who, form.sawId());
            return;
        }
        put(reference, who, form);
    }

    private Reference end(Reference asked) {
        return database.sql("select " + Family.END)
                .param("reference", asked.number())
                .query((row, number) -> new Reference(row.getLong(1)))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Takes what the team began to write along when an item is merged; what was begun at the other stands first. */
    @ForInside
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(Reference gone, Reference into) {
        database.sql("""
                        insert into desk_composing as d
                               (person_id, reference, words, note, held, canned_id, back, back_id, back_seen, saved_at)
                        select person_id, :into, words, note, held, canned_id, back, back_id, back_seen, saved_at
                          from desk_composing where reference = :gone
                        on conflict (person_id, reference) do update
                        set words = concat_ws(:gap, nullif(d.words, ''), nullif(excluded.words, '')),
                            note = d.note or excluded.note, held = coalesce(d.held, excluded.held),
                            back = case when d.back is null and excluded.back is null then null
                                        else concat_ws(:gap, d.back, excluded.back) end,
                            back_id = coalesce(d.back_id, excluded.back_id), back_seen = false""")
                .param("gone", gone.number())
                .param("into", into.number())
                .param("gap", "\n\n")
                .update();
        database.sql("delete from desk_composing where reference = ?")
                .param(gone.number())
                .update();
    }

    /**
     * Lets one after the other keep and send what this person writes about an item: else what is kept while it is sent
     * would be there again afterwards. Whoever sends takes this before anything else.
     */
    @ForInside
    @Transactional(propagation = Propagation.MANDATORY)
    void alone(Reference reference, PersonId who) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "desk_composing " + reference + who.value())
                .query((row, number) -> number)
                .list();
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
        return database.sql(Family.WITH + """
                        select p.name, m.words from desk_message m join person p on p.id = m.author_id
                         where m.id = :message and m.voice <> 'EVENT'
                           and m.reference in (select reference from family)""")
                .param("message", message)
                .param("reference", reference.number())
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
     * Gives back what did not go out; what was begun since then stands below it, and remains a note if it was one.
     *
     * @param held why it came back, a message key; {@code null} where its writer took it back
     */
    @ForInside
    @Transactional
    void giveBack(Reference reference, PersonId who, String words, @Nullable String held, @Nullable UUID canned) {
        database.sql("""
                        insert into desk_composing as d
                               (person_id, reference, words, note, held, canned_id, back, back_id, saved_at)
                        values (:who, :reference, '', false, :held,
                                (select id from desk_canned where id = :canned::uuid), :words, :id, :at)
                        on conflict (person_id, reference) do update
                        set back = case when d.back_seen then excluded.back
                                        else concat_ws(:gap, d.back, excluded.back) end,
                            back_id = excluded.back_id, back_seen = false, held = coalesce(excluded.held, d.held),
                            canned_id = excluded.canned_id, saved_at = excluded.saved_at""")
                .param("who", who.value())
                .param("reference", reference.number())
                .param("words", words)
                .param("held", held)
                .param("canned", canned)
                .param("id", Ids.next())
                .param("gap", "\n\n")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Forgets what was begun, because it was sent or is not wanted any more.
     *
     * @param saw which words that came back the form showed; any other stay
     */
    @ForInside
    @Transactional
    void forget(Reference reference, PersonId who, @Nullable UUID saw) {
        database.sql("""
                        delete from desk_composing
                         where person_id = :who and reference = :reference
                           and (back_id is null or back_id = :saw::uuid)""")
                .param("who", who.value())
                .param("reference", reference.number())
                .param("saw", saw)
                .update();
        database.sql("""
                        update desk_composing set words = '', note = false, back_seen = false
                         where person_id = :who and reference = :reference
                           and back_id is distinct from :saw::uuid and back_id is not null""")
                .param("who", who.value())
                .param("reference", reference.number())
                .param("saw", saw)
                .update();
    }

    /** Throws away what was begun, as {@link #forget} does. */
    @ForComms
    @Transactional
    void discard(Reference reference, PersonId who, @Nullable UUID saw) {
        alone(reference, who);
        forget(reference, who, saw);
    }

    private void put(Reference reference, PersonId who, ComposerForm form) {
        database.sql("""
                        insert into desk_composing as d (person_id, reference, words, note, canned_id, saved_at)
                        values (:who, :reference, :words, :note,
                                (select id from desk_canned where id = :canned::uuid), :at)
                        on conflict (person_id, reference) do update
                        set words = excluded.words, note = excluded.note, canned_id = excluded.canned_id,
                            held = case when d.back_id is distinct from :saw::uuid then d.held end,
                            back_seen = coalesce(d.back_id = :saw::uuid, false),
                            saved_at = excluded.saved_at""")
                .param("who", who.value())
                .param("reference", reference.number())
                .param("words", form.text())
                .param("note", form.note())
                .param("canned", form.cannedId())
                .param("saw", form.sawId())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
