package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks whoever asked for something, after it was settled, whether it helped. One answer for an item; they may change it.
 */
@Service
class Helping {

    private final WorkItems items;
    private final Conversations conversations;
    private final Kinds kinds;
    private final JdbcClient database;
    private final Clock clock;

    Helping(WorkItems items, Conversations conversations, Kinds kinds, JdbcClient database, Clock clock) {
        this.items = items;
        this.conversations = conversations;
        this.kinds = kinds;
        this.database = database;
        this.clock = clock;
    }

    /** Whether this person is asked about this item: once it is settled, unless they withdrew it or its intake asks itself. */
    @ForInside
    boolean asks(ItemRow item, PersonId who) {
        return item.requester().equals(who) && asks(item.kind(), item.outcome());
    }

    private boolean asks(String kind, @Nullable String outcome) {
        return outcome != null
                && !WorkItem.WITHDRAWN.equals(outcome)
                && kinds.find(kind).map(Kind::helpAskedByDesk).orElse(true);
    }

    /** What was said about an item; asked of the database only where something can have been said. */
    @ForInside
    @Transactional(readOnly = true)
    @Nullable Help said(ItemRow item) {
        return asks(item.kind(), item.outcome()) ? read(item.reference()).orElse(null) : null;
    }

    private Optional<Help> read(Reference reference) {
        return database.sql("""
                        select h.helped, h.words, p.name, h.told_at
                          from desk_help h join person p on p.id = h.told_by_id
                         where h.reference = ?""")
                .param(reference.number())
                .query((row, number) -> new Help(
                        row.getBoolean("helped"),
                        row.getString("words"),
                        row.getString("name"),
                        row.getObject("told_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Says whether it helped, or says it otherwise than before. */
    @ForSignedIn
    @Transactional
    void tell(Reference reference, PersonId who, HelpForm form) {
        var item = items.findByReference(reference).orElseThrow(NotFound::new);
        if (!item.requester().equals(who) || !asks(item.kind(), item.outcome())) throw new NotFound();
        var before = read(reference).orElse(null);
        if (form.equals(HelpForm.of(before)) && before != null) return;
        var at = clock.instant();
        var words = form.comment().isEmpty() ? null : form.comment().replace("\r\n", "\n");
        boolean helped = Objects.requireNonNull(form.helped());
        database.sql("""
                        insert into desk_help (reference, helped, words, told_by_id, told_at)
                        values (:reference, :helped, :words, :who, :at)
                        on conflict (reference) do update set
                            helped = excluded.helped, words = excluded.words, told_at = excluded.told_at""")
                .param("reference", reference.number())
                .param("helped", helped)
                .param("words", words)
                .param("who", who.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        if (before == null || before.helped() != helped) {
            var now = new Help(helped, words, "", at).key();
            conversations.change(
                    reference, who, "desk.event.help." + now, before == null ? null : before.key(), now, at);
        }
        item.helpTold(at);
        items.save(item);
    }
}
