package org.ambassadorportal.desk;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.ForSystem;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files that come with messages. They are added before the message is sent, and wait in the composer of whoever added
 * them; so a message that is refused, or a reply that is taken back, loses none. Whoever may read the message may fetch
 * its files; what waits is its owner's alone.
 */
@Service
class Files {

    static final int MOST = 10;
    private static final Duration KEPT = Duration.ofDays(30);

    private static final String MAY_READ = """
            and (f.message_id is null and f.owner_id = :who
                 or exists (select from desk_message m join desk_item i on i.reference = m.reference
                             where m.id = f.message_id and m.voice in ('REQUESTER', 'REPLY')
                               and (i.requester_id = :who or i.entered_by_id = :who)))""";

    private final Desk desk;
    private final MessageSource words;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Files(Desk desk, MessageSource words, JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.desk = desk;
        this.words = words;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A file with what is in it. */
    static final class Content {

        private final FileRow row;
        private final byte[] bytes;

        private Content(FileRow row, byte[] bytes) {
            this.row = row;
            this.bytes = bytes;
        }

        FileRow row() {
            return row;
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    /**
     * Adds files to what this person is writing about an item. Those we do not take are left out, each with its reason.
     *
     * @param uploaded what the form sent; an empty one without a name is a field that was left empty
     * @throws NotFound when it is neither theirs nor are they of the team
     */
    @ForSignedIn
    List<Refusal> add(Reference reference, SignedIn who, List<MultipartFile> uploaded) {
        var item = desk.get(reference);
        boolean theirs = item.requester().equals(who.id()) || item.enteredBy().equals(who.id());
        if (!theirs && !who.isComms()) throw new NotFound();
        var refused = new ArrayList<Refusal>();
        for (var file : uploaded) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            if (name.isBlank() && file.isEmpty()) continue;
            try {
                // Looked at and written anew outside of the transaction: that takes its time.
                if (file.getSize() > FileTypes.LARGEST) throw FileTypes.tooLarge(name);
                var clean = FileTypes.read(name, file.getBytes());
                transaction.executeWithoutResult(status -> keep(reference, who.id(), clean));
            } catch (Refusal refusal) {
                refused.add(refusal);
            } catch (IOException lost) {
                refused.add(new Refusal(FileTypes.FIELD, "desk.files.lost", name));
            }
        }
        return refused;
    }

    private void keep(Reference reference, PersonId who, FileTypes.Clean file) {
        var here = goesOn(reference);
        // Two uploads at once count one after the other.
        database.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "desk_file " + here + who.value())
                .query((row, number) -> number)
                .list();
        if (staged(here, who).size() >= MOST) throw new Refusal(FileTypes.FIELD, "desk.files.many", MOST, file.name());
        database.sql("""
                        insert into desk_file (id, reference, owner_id, name, type, size, bytes, added_at)
                        values (:id, :reference, :who, :name, :type, :size, :bytes, :at)""")
                .param("id", Ids.next())
                .param("reference", here.number())
                .param("who", who.value())
                .param("name", file.name())
                .param("type", file.type())
                .param("size", file.size())
                .param("bytes", file.bytes())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Where an item goes on, held so that it cannot be merged before the file is there. */
    private Reference goesOn(Reference reference) {
        var further = database.sql("select merged_into from desk_item where reference = ? for share")
                .param(reference.number())
                .query((row, number) -> Optional.ofNullable(row.getObject("merged_into", Long.class)))
                .single();
        return further.map(next -> goesOn(new Reference(next))).orElse(reference);
    }

    /**
     * What waits at an item that is merged waits at the other, whoever added it. None is left behind: where that makes
     * more than a message takes otherwise, they go out together all the same, and only another one is refused.
     */
    @ForInside
    @Transactional
    void follow(Reference gone, Reference into) {
        database.sql("update desk_file set reference = ? where reference = ? and message_id is null")
                .params(into.number(), gone.number())
                .update();
    }

    /** What waits in the composer of this person about an item, or about what it goes on in. */
    @ForInside
    @Transactional(readOnly = true)
    List<FileRow> staged(Reference reference, PersonId who) {
        return database.sql("""
                        select id, name, type, size from desk_file
                         where reference = %s and owner_id = :who and message_id is null
                         order by added_at, id""".formatted(Family.END))
                .param("reference", reference.number())
                .param("who", who.value())
                .query((row, number) -> row(row))
                .list();
    }

    /** Throws away what waits. */
    @ForSignedIn
    @Transactional
    void remove(Reference reference, PersonId who, UUID file) {
        int gone = database.sql("""
                        delete from desk_file
                         where id = :id and reference = %s and owner_id = :who and message_id is null""".formatted(Family.END))
                .param("id", file)
                .param("reference", reference.number())
                .param("who", who.value())
                .update();
        if (gone == 0) throw new NotFound();
    }

    /** What waits becomes part of a message, in the transaction in which that is written. */
    @ForInside
    @Transactional
    void attach(Reference reference, PersonId who, UUID message) {
        database.sql("""
                        update desk_file f set message_id = m.id, reference = m.reference
                          from desk_message m
                         where m.id = :message
                           and f.reference = :reference and f.owner_id = :who and f.message_id is null""")
                .param("message", message)
                .param("reference", reference.number())
                .param("who", who.value())
                .update();
    }

    /** The files of a message, once more with another that says the same elsewhere. */
    @ForInside
    @Transactional
    void copy(UUID from, UUID message) {
        database.sql("""
                        insert into desk_file (id, reference, message_id, owner_id, name, type, size, bytes, added_at)
                        select uuidv7(), m.reference, m.id, f.owner_id, f.name, f.type, f.size, f.bytes, f.added_at
                          from desk_file f, desk_message m
                         where f.message_id = :from and m.id = :message
                         order by f.added_at, f.id""").param("from", from).param("message", message).update();
    }

    /** For a mail: the names of the files that came with a message, below its words; nothing where there are none. */
    @ForInside
    @Transactional(readOnly = true)
    String mention(UUID message) {
        var names = database
                .sql("select name from desk_file where message_id = ? order by added_at, id")
                .param(message)
                .query(String.class)
                .stream()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "\n\n" + words.getMessage("desk.files.mention", new Object[] {names}, Locale.US);
    }

    /** A file for the team, of any message. */
    @ForComms
    @Transactional(readOnly = true)
    Content forTeam(UUID file, PersonId who) {
        return find(file, who, "and (f.message_id is not null or f.owner_id = :who)");
    }

    /** A file for whoever asked: of a message they may read, or one that they added and have not sent. */
    @ForSignedIn
    @Transactional(readOnly = true)
    Content forRequester(Reference reference, UUID file, PersonId who) {
        var item = desk.get(reference);
        if (!item.requester().equals(who) && !item.enteredBy().equals(who)) throw new NotFound();
        return find(file, who, MAY_READ);
    }

    private Content find(UUID file, PersonId who, String narrowed) {
        return database.sql(
                        "select f.id, f.name, f.type, f.size, f.bytes from desk_file f where f.id = :id " + narrowed)
                .param("id", file)
                .param("who", who.value())
                .query((row, number) -> new Content(row(row), row.getBytes("bytes")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Forgets what was added a month ago and never sent. */
    @ForSystem
    @Transactional
    void sweep() {
        database.sql("delete from desk_file where message_id is null and added_at < ?")
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static FileRow row(ResultSet row) throws SQLException {
        return new FileRow(
                row.getObject("id", UUID.class), row.getString("name"), row.getString("type"), row.getInt("size"));
    }
}
