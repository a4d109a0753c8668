package org.ambassadorportal.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.ForSystem;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Submissions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The team's replies on their way. A reply is written first and goes out a little later; until then only the team sees
 * it, its writer can take it back, and nothing about the item has changed. When it goes out, the requester reads it and
 * is mailed, it counts as the answer, and the item waits or is settled if its writer wanted that.
 *
 * <p>A reply does not go out over what its writer could not know: where the requester or a colleague wrote after it, or
 * the item was settled, it becomes its writer's draft again and they are told.
 */
@Service
class Replies {

    private static final Duration AGAIN = Duration.ofMinutes(1);

    /** A reply on its way. */
    private record Outgoing(
            Reference reference,
            PersonId author,
            String words,
            Instant writtenAt,
            boolean over,
            @Nullable String next,
            @Nullable UUID canned) {}

    private final Desk desk;
    private final WorkItems items;
    private final Conversations conversations;
    private final Composing composing;
    private final Files files;
    private final Kinds kinds;
    private final People people;
    private final Submissions submissions;
    private final DeskSettings settings;
    private final JdbcClient database;
    private final Clock clock;

    Replies(
            Desk desk,
            WorkItems items,
            Conversations conversations,
            Composing composing,
            Files files,
            Kinds kinds,
            People people,
            Submissions submissions,
            DeskSettings settings,
            JdbcClient database,
            Clock clock) {
        this.desk = desk;
        this.items = items;
        this.conversations = conversations;
        this.composing = composing;
        this.files = files;
        this.kinds = kinds;
        this.people = people;
        this.submissions = submissions;
        this.settings = settings;
        this.database = database;
        this.clock = clock;
    }

    /** Sends a reply on its way; {@link #publish} is what lets the requester read it. */
    @ForComms
    @Transactional
    void send(Reference reference, SignedIn by, ComposerForm form) {
        composing.alone(reference, by.id());
        submissions.once(form.once(), () -> {
            var item = desk.held(reference);
            var at = clock.instant();
            item.seenAs(form.version());
            var next = next(item, form.then());
            item.replyWritten(at);
            var id = conversations.going(reference, by.id(), form.text(), at);
            database.sql("""
                            insert into desk_going (message_id, due_at, next, over, canned_id)
                            values (:id, :due, :next, :over, (select id from desk_canned where id = :canned::uuid))""")
                    .param("canned", form.cannedId())
                    .param("id", id)
                    .param("due", at.plus(settings.goingOut()).atOffset(ZoneOffset.UTC))
                    .param("next", next)
                    .param("over", item.status().isOver())
                    .update();
            files.attach(reference, by.id(), id);
            composing.forget(reference, by.id(), form.sawId());
            desk.keep(item);
            return reference.toString();
        });
    }

    private @Nullable String next(WorkItem item, @Nullable String then) {
        if (then == null || then.isBlank()) return null;
        if (!Going.WAIT.equals(then)) kinds.mayDeskSettle(item, then);
        if (item.status().isOver()) throw new AlreadySettled();
        return then;
    }

    /**
     * Takes a reply back before it goes out; its text is its writer's draft again.
     *
     * @throws NotFound when it is not theirs
     * @throws WentOut when it is too late
     */
    @ForComms
    @Transactional
    void takeBack(Reference reference, PersonId by, @Nullable UUID message) {
        if (message == null) throw new NotFound();
        var item = desk.held(reference);
        var voice = database.sql("select voice from desk_message where id = ? and reference = ? and author_id = ?")
                .params(message, reference.number(), by.value())
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
        if (!Voice.GOING.name().equals(voice)) throw new WentOut();
        var reply = find(message).orElseThrow(WentOut::new);
        forget(message);
        composing.giveBack(item.goesOnAt(), by, reply.words(), null, reply.canned());
        item.replyTakenBack(clock.instant());
        desk.keep(item);
    }

    /** The replies that are to go out by this time, in their order. */
    @ForSystem
    @Transactional(readOnly = true)
    List<UUID> due(Instant by) {
        return database.sql("select message_id from desk_going where due_at <= ? order by due_at, message_id limit 500")
                .param(by.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    /** Lets a reply go out, or gives it back to its writer; does nothing where either was done already. */
    @ForSystem
    @Transactional
    void publish(UUID message) {
        var seen = find(message);
        if (seen.isEmpty()) return;
        var item = desk.held(seen.get().reference());
        // It may have been taken back, or gone out at another node, while this waited for the item.
        var found = find(message);
        if (found.isEmpty()) return;
        var reply = found.get();
        var why = reasonToHold(item, reply);
        if (why != null) {
            hold(item, reply, message, why);
            return;
        }
        var at = clock.instant();
        var author = people.get(reply.author());
        database.sql("delete from desk_going where message_id = ?")
                .param(message)
                .update();
        if (reply.canned() != null)
            database.sql("update desk_canned set used = used + 1, used_at = ? where id = ?")
                    .params(at.atOffset(ZoneOffset.UTC), reply.canned())
                    .update();
        database.sql("update desk_message set voice = 'REPLY', said_at = ?, written_at = ? where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), reply.writtenAt().atOffset(ZoneOffset.UTC), message)
                .update();
        item.foreseen(() -> {
            var words = Markup.plain(reply.words()) + files.mention(message);
            item.reply(desk.readersOf(item), author.name(), words, at);
            desk.keep(item);
            if (Going.WAIT.equals(reply.next())) desk.awaitRequester(reply.reference(), reply.author());
            else if (reply.next() != null) desk.settle(reply.reference(), reply.next(), reply.author());
        });
    }

    private @Nullable String reasonToHold(WorkItem item, Outgoing reply) {
        if (item.status().isOver() && !reply.over()) return "desk.held.settled";
        var spoke = database.sql("""
                        select voice from desk_message
                         where reference = :reference and said_at > :written
                           and (voice = 'REQUESTER'
                                or voice = 'REPLY' and author_id <> :author and coalesce(written_at, said_at) > :written)
                         limit 1""")
                .param("reference", reply.reference().number())
                .param("written", reply.writtenAt().atOffset(ZoneOffset.UTC))
                .param("author", reply.author().value())
                .query(String.class)
                .optional();
        if (spoke.isPresent()) return spoke.get().equals("REPLY") ? "desk.held.replied" : "desk.held.wrote";
        boolean tookUp = database.sql("select exists (select from desk_merge where stays = ? and at > ?)")
                .params(reply.reference().number(), reply.writtenAt().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
        return tookUp ? "desk.held.merged" : null;
    }

    private void hold(WorkItem item, Outgoing reply, UUID message, String why) {
        var at = clock.instant();
        forget(message);
        composing.giveBack(item.goesOnAt(), reply.author(), reply.words(), why, reply.canned());
        desk.line(reply.reference(), reply.author(), null, "desk.event.reply-held", at);
        item.replyHeld(people.addressee(reply.author()), at);
        items.save(item);
    }

    /** Tries a reply again in a while, because something unforeseen kept it from going out; others go on meanwhile. */
    @ForSystem
    @Transactional
    void putOff(UUID message) {
        database.sql("update desk_going set due_at = ? where message_id = ?")
                .params(clock.instant().plus(AGAIN).atOffset(ZoneOffset.UTC), message)
                .update();
    }

    private void forget(UUID message) {
        database.sql("delete from desk_message where id = ? and voice = 'GOING'")
                .param(message)
                .update();
    }

    private Optional<Outgoing> find(UUID message) {
        return database.sql("""
                        select m.reference, m.author_id, m.words, m.said_at, g.over, g.next, g.canned_id
                          from desk_going g join desk_message m on m.id = g.message_id
                         where g.message_id = ?""")
                .param(message)
                .query((row, number) -> outgoing(row))
                .optional();
    }

    private static Outgoing outgoing(ResultSet row) throws SQLException {
        return new Outgoing(
                new Reference(row.getLong("reference")),
                new PersonId(row.getObject("author_id", UUID.class)),
                row.getString("words"),
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("over"),
                row.getString("next"),
                row.getObject("canned_id", UUID.class));
    }
}
