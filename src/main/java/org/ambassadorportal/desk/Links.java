package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.ZoneOffset;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links items that have to do with each other; each shows the other. */
@Service
class Links {

    private final Desk desk;
    private final Merges merges;
    private final Conversations conversations;
    private final JdbcClient database;
    private final Clock clock;

    Links(Desk desk, Merges merges, Conversations conversations, JdbcClient database, Clock clock) {
        this.desk = desk;
        this.merges = merges;
        this.conversations = conversations;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Links two items; nothing changes where they are linked already.
     *
     * @throws Refusal for the field "linkTo"
     */
    @ForComms
    @Transactional
    void add(Reference reference, PersonId by, LinkForm form) {
        var typed = form.reference();
        if (desk.find(typed).isEmpty()) throw new Refusal("linkTo", "desk.link.unknown", typed);
        var here = merges.end(reference);
        var there = merges.end(typed);
        if (there.equals(here)) throw new Refusal("linkTo", "desk.link.itself");
        var at = clock.instant();
        int added = database.sql(
                        "insert into desk_link (one, other, by_id, at) values (?, ?, ?, ?) on conflict do nothing")
                .params(lower(here, there), higher(here, there), by.value(), at.atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) return;
        conversations.change(here, by, "desk.event.linked", null, there.toString(), at);
        conversations.change(there, by, "desk.event.linked", null, here.toString(), at);
    }

    /** Unlinks two items, also where the link came along with an item that was merged into this one. */
    @ForComms
    @Transactional
    void remove(Reference reference, PersonId by, LinkForm form) {
        var other = form.reference();
        int removed = database.sql(Family.WITH + """
                        delete from desk_link
                         where (one = :other and other in (select reference from family))
                            or (other = :other and one in (select reference from family))""")
                .param("reference", desk.get(reference).reference().number())
                .param("other", other.number())
                .update();
        if (removed == 0) return;
        var at = clock.instant();
        conversations.change(reference, by, "desk.event.unlinked", other.toString(), null, at);
        conversations.change(other, by, "desk.event.unlinked", reference.toString(), null, at);
    }

    private static long lower(Reference one, Reference other) {
        return Math.min(one.number(), other.number());
    }

    private static long higher(Reference one, Reference other) {
        return Math.max(one.number(), other.number());
    }
}
