package org.ambassadorportal.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps and reads what was said. It is added and stays as it is. Who may read it is asked by the services that hand it
 * on.
 */
@Component
class Conversations {

    private static final String SELECT = """
            select m.id, m.reference, m.voice, m.author_id, p.name as author_name, a.name as about, m.words, m.was, m.now, m.said_at,
                   g.due_at, g.next, (select s.made from desk_split s where s.message_id = m.id) as made,
                   %s as files
              from desk_message m
              join person p on p.id = m.author_id
              left join person a on a.id = m.about_id
              left join desk_going g on g.message_id = m.id
             where m.reference = any(array(%s select reference from family))
            """.formatted(FileRow.LISTED.formatted("f.message_id = m.id"), Family.WITH);
    /** The newest of it, however long it is. */
    private static final String ORDER = " order by m.said_at desc, m.id desc limit 1000";

    private static final RowMapper<ThreadLine> LINE = (row, number) -> new ThreadLine(
            row.getObject("id", UUID.class),
            new Reference(row.getLong("reference")),
            Voice.valueOf(row.getString("voice")),
            new PersonId(row.getObject("author_id", UUID.class)),
            row.getString("author_name"),
            row.getString("about"),
            row.getString("words"),
            row.getString("was"),
            row.getString("now"),
            row.getObject("said_at", OffsetDateTime.class).toInstant(),
            made(row),
            going(row),
            FileRow.listed(row.getString("files")));

    private static @Nullable Going going(ResultSet row) throws SQLException {
        var due = ItemRows.instant(row, "due_at");
        return due == null ? null : new Going(due, row.getString("next"));
    }

    private static @Nullable Reference made(ResultSet row) throws SQLException {
        var number = row.getObject("made", Long.class);
        return number == null ? null : new Reference(number);
    }

    private final JdbcClient database;

    Conversations(JdbcClient database) {
        this.database = database;
    }

    /** Returns the id of the message, to which files may be attached. */
    UUID add(Reference reference, Voice voice, PersonId author, String words, Instant at) {
        return add(reference, voice, author, null, words, at);
    }

    UUID add(Reference reference, Voice voice, PersonId author, @Nullable PersonId about, String words, Instant at) {
        return write(reference, voice, author, about, words, null, null, at);
    }

    /** A reply that has not gone out yet. */
    UUID going(Reference reference, PersonId author, String words, Instant at) {
        return write(reference, Voice.GOING, author, null, words, null, null, at);
    }

    /** A line of history with the value before and the value after, as a person reads them. */
    void change(Reference reference, PersonId by, String key, @Nullable String was, @Nullable String now, Instant at) {
        write(reference, Voice.EVENT, by, null, key, was, now, at);
    }

    /** The last message of a requester. */
    UUID lastOfRequester(Reference reference) {
        return database.sql("""
                        select id from desk_message where reference = ? and voice = 'REQUESTER'
                         order by said_at desc, id desc limit 1""").param(reference.number()).query(UUID.class).single();
    }

    private UUID write(
            Reference reference,
            Voice voice,
            PersonId author,
            @Nullable PersonId about,
            String words,
            @Nullable String was,
            @Nullable String now,
            Instant at) {
        var id = Ids.next();
        database.sql("""
                        insert into desk_message (id, reference, voice, author_id, about_id, words, was, now, said_at)
                        values (:id, :reference, :voice, :author, :about, :words, :was, :now, :at)""")
                .param("id", id)
                .param("reference", reference.number())
                .param("voice", voice.name())
                .param("author", author.value())
                .param("about", about == null ? null : about.value())
                .param("words", words.strip().replace("\r\n", "\n"))
                .param("was", was)
                .param("now", now)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** All of it, for the team. */
    List<ThreadLine> whole(Reference reference) {
        // That one was merged into another is said there in a line of the other's own.
        return read(
                reference, " and (m.reference = :reference or m.voice <> 'EVENT' or m.words <> 'desk.event.merged')");
    }

    /** What requester and team said to each other; all else does not even leave the database. */
    List<ThreadLine> shared(Reference reference) {
        return read(reference, " and m.voice in ('REQUESTER', 'REPLY')");
    }

    private List<ThreadLine> read(Reference reference, String narrowed) {
        return database.sql(SELECT + narrowed + ORDER)
                .param("reference", reference.number())
                .query(LINE)
                .list()
                .reversed();
    }
}
