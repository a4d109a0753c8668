package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a question of its own of a message that is another matter. The message stays where it is, and points there. */
@Service
class Splits {

    private final Desk desk;
    private final Conversations conversations;
    private final Files files;
    private final JdbcClient database;
    private final Clock clock;

    Splits(Desk desk, Conversations conversations, Files files, JdbcClient database, Clock clock) {
        this.desk = desk;
        this.conversations = conversations;
        this.files = files;
        this.database = database;
        this.clock = clock;
    }

    private record Message(UUID id, Reference reference, PersonId author, String words) {}

    /**
     * Makes the question; its requester gets the confirmation of a new one.
     *
     * @return its reference
     * @throws Conflict when that was done already
     */
    @ForComms
    @Transactional
    Reference split(Reference reference, PersonId by, SplitForm form) {
        var item = desk.held(reference);
        var message = message(reference, Id.read(String.valueOf(form.message())));
        refuseASecond(message);
        var made = desk.ask(item.requester(), message.author(), Objects.requireNonNull(form.title()), message.words());
        files.copy(message.id(), conversations.lastOfRequester(made));
        var at = clock.instant();
        database.sql("insert into desk_split (message_id, made, by_id, at) values (?, ?, ?, ?)")
                .params(message.id(), made.number(), by.value(), at.atOffset(ZoneOffset.UTC))
                .update();
        conversations.change(reference, by, "desk.event.split", null, made.toString(), at);
        conversations.change(
                made, by, "desk.event.split-from", message.reference().toString(), null, at);
        return made;
    }

    private Message message(Reference reference, UUID id) {
        return database.sql(Family.WITH + """
                        select id, reference, author_id, words from desk_message
                         where id = :id and voice = 'REQUESTER' and reference in (select reference from family)""")
                .param("reference", reference.number())
                .param("id", id)
                .query((row, number) -> new Message(
                        id,
                        new Reference(row.getLong("reference")),
                        new PersonId(row.getObject("author_id", UUID.class)),
                        row.getString("words")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private void refuseASecond(Message message) {
        database.sql("select made from desk_split where message_id = ?")
                .param(message.id())
                .query((row, number) -> new Reference(row.getLong("made")))
                .optional()
                .ifPresent(made -> {
                    throw new Conflict("desk.conflict.split", made);
                });
    }
}
