package org.ambassadorportal.desk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Hands over all that a filter holds, to be written into files: the items, what requesters and team said to each other,
 * and the team's notes, each a file of its own. It is read part by part, and nothing of the database is held while a
 * part is on its way to somebody slow.
 */
@Service
class Exports {

    /** What was said about an item. */
    record Said(Voice voice, String author, Instant at, String words) {}

    private record SaidOf(long reference, Said said) {}

    private final Queue queue;
    private final JdbcClient database;

    Exports(Queue queue, JdbcClient database) {
        this.queue = queue;
        this.database = database;
    }

    /** Every item of the filter, in the order in which they came. */
    @ForComms
    void items(QueueFilter filter, PersonId me, Consumer<ItemRow> taker) {
        parts(filter, me, items -> items.forEach(taker));
    }

    /** What requesters wrote and the team answered; never a work note. */
    @ForComms
    void replies(QueueFilter filter, PersonId me, BiConsumer<ItemRow, Said> taker) {
        said(filter, me, List.of(Voice.REQUESTER, Voice.REPLY), taker);
    }

    /** The team's work notes, and nothing else. */
    @ForComms
    void notes(QueueFilter filter, PersonId me, BiConsumer<ItemRow, Said> taker) {
        said(filter, me, List.of(Voice.NOTE), taker);
    }

    private void parts(QueueFilter filter, PersonId me, Consumer<List<ItemRow>> taker) {
        var position = filter.order(View.Order.OLDEST);
        while (true) {
            var part = queue.part(position, me);
            taker.accept(part.rows());
            if (part.next() == null) return;
            position = position.after(part.next());
        }
    }

    private void said(QueueFilter filter, PersonId me, List<Voice> voices, BiConsumer<ItemRow, Said> taker) {
        parts(filter, me, items -> {
            var said = messages(items, voices).stream().collect(Collectors.groupingBy(SaidOf::reference));
            for (var item : items)
                said.getOrDefault(item.reference().number(), List.of())
                        .forEach(message -> taker.accept(item, message.said()));
        });
    }

    private List<SaidOf> messages(List<ItemRow> items, List<Voice> voices) {
        return database.sql("""
                        select m.reference, m.voice, p.name, m.said_at, m.words
                          from desk_message m join person p on p.id = m.author_id
                         where m.reference = any(:references) and m.voice = any(:voices)
                         order by m.reference, m.said_at, m.id""")
                .param(
                        "references",
                        items.stream().map(item -> item.reference().number()).toArray(Long[]::new))
                .param("voices", voices.stream().map(Voice::name).toArray(String[]::new))
                .query((row, number) -> new SaidOf(
                        row.getLong("reference"),
                        new Said(
                                Voice.valueOf(row.getString("voice")),
                                row.getString("name"),
                                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                                row.getString("words"))))
                .list();
    }
}
