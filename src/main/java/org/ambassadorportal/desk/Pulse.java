package org.ambassadorportal.desk;

import java.util.List;
import java.util.Optional;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened since a page was read, for pages that are open. They ask again and again, so it reads nothing but the
 * few items that changed lately.
 */
@Service
class Pulse {

    /** More than that is said as "many". */
    static final int MANY = 50;

    private final Queue queue;
    private final JdbcClient database;

    Pulse(Queue queue, JdbcClient database) {
        this.queue = queue;
        this.database = database;
    }

    /**
     * How many items of a list have changed: those that are shown, and those that belong there now.
     *
     * @param shown the references that stand on the page
     */
    @ForComms
    @Transactional(readOnly = true)
    int ofList(QueueFilter filter, PersonId me, Seen seen, List<Long> shown) {
        return queue.changed(filter, me, seen, shown, MANY);
    }

    /** Who changed an item last, where anything about it has changed; an empty name where that was the person who asks. */
    @ForComms
    @Transactional(readOnly = true)
    Optional<String> ofItem(Reference reference, PersonId me, Seen seen) {
        return database.sql("""
                        select coalesce((select case m.author_id when :me then '' else p.name end
                                           from desk_message m join person p on p.id = m.author_id
                                          where m.reference = c.reference
                                          order by m.said_at desc, m.id desc limit 1), '')
                          from desk_change c where c.reference = :reference and\s""" + Seen.unseen("seen"))
                .param("me", me.value())
                .param("reference", reference.number())
                .param("seen", seen.snapshot())
                .query(String.class)
                .optional();
    }

    /** What an open page is told; a part that has nothing new is left out. */
    record Beat(
            @Nullable String list,
            @Nullable String item,
            @Nullable String company) {

        boolean silent() {
            return list == null && item == null && company == null;
        }
    }
}
