package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.Cursor;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Slice;
import org.ambassadorportal.kernel.Submissions;
import org.ambassadorportal.kernel.Total;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The requests of one person: those they asked for and those they entered for a colleague. Anybody else's are answered
 * as if there were none.
 */
@Service
class MyRequests {

    private static final int PAGE = 25;
    /** What the team wrote down for somebody is that person's alone; the team has its desk. */
    private static final String MINE = " (i.requester_id = :me or i.entered_by_id = :me"
            + " and not exists (select 1 from desk_told t where t.reference = i.reference)) ";

    /** What waits for the requester stands first, then what is in work, then what is over. */
    private static final String RANK =
            " case when i.status = 'PENDING' and i.wakes_at is null then 0 when i.status in ('NEW', 'OPEN', 'PENDING') then 1"
                    + " else 2 end ";

    private final Desk desk;
    private final Conversations conversations;
    private final Watchers watchers;
    private final Merges merges;
    private final Kinds kinds;
    private final Files files;
    private final People people;
    private final Submissions submissions;
    private final JdbcClient database;
    private final Clock clock;

    MyRequests(
            Desk desk,
            Conversations conversations,
            Watchers watchers,
            Merges merges,
            Kinds kinds,
            Files files,
            People people,
            Submissions submissions,
            JdbcClient database,
            Clock clock) {
        this.desk = desk;
        this.conversations = conversations;
        this.watchers = watchers;
        this.merges = merges;
        this.kinds = kinds;
        this.files = files;
        this.people = people;
        this.submissions = submissions;
        this.database = database;
        this.clock = clock;
    }

    @ForSignedIn
    @Transactional(readOnly = true)
    Slice<ItemRow> page(PersonId me, @Nullable String after) {
        var position = Cursor.read(after, 3).filter(MyRequests::sound);
        var sql = new StringBuilder(ItemRows.SELECT).append(" where ").append(MINE);
        position.ifPresent(at -> sql.append(" and (")
                .append(RANK)
                .append(" > :rank or ")
                .append(RANK)
                .append(" = :rank and (i.received_at, i.reference) < (:received::timestamptz, :reference))"));
        sql.append(" order by ")
                .append(RANK)
                .append(", i.received_at desc, i.reference desc limit ")
                .append(PAGE + 1);
        var query = database.sql(sql.toString()).param("me", me.value());
        if (position.isPresent()) {
            var values = position.get().values();
            query = query.param("rank", Integer.parseInt(values.get(0)))
                    .param("received", values.get(1))
                    .param("reference", Long.parseLong(values.get(2)));
        }
        return Slice.of(query.query(ItemRows.MAPPER).list(), PAGE, MyRequests::position);
    }

    private static Cursor position(ItemRow row) {
        int rank = row.status() == Status.PENDING && !row.isDated()
                ? 0
                : row.status().isOver() ? 2 : 1;
        return Cursor.of(rank, row.receivedAt(), row.reference().number());
    }

    private static boolean sound(Cursor position) {
        try {
            Integer.parseInt(position.values().get(0));
            return Queue.isNumber(position.values().get(2))
                    && Queue.isTime(position.values().get(1));
        } catch (RuntimeException madeUp) {
            return false;
        }
    }

    @ForSignedIn
    @Transactional(readOnly = true)
    Total total(PersonId me) {
        return new Total(database.sql("select count(*) from (select 1 from desk_item i where " + MINE + " limit "
                        + Total.LIMIT + ") c")
                .param("me", me.value())
                .query(Integer.class)
                .single());
    }

    /** One of mine; of anybody else's nobody learns whether it exists. */
    @ForSignedIn
    @Transactional(readOnly = true)
    ItemRow get(Reference reference, PersonId me) {
        return desk.find(reference)
                .filter(item -> isOf(reference, item.requester(), item.enteredBy(), me))
                .orElseThrow(NotFound::new);
    }

    /** One of mine, or the one it was merged into, with what was said between requester and team. */
    @ForSignedIn
    @Transactional(readOnly = true)
    Opened open(Reference reference, PersonId me) {
        var item = get(reference, me);
        if (item.mergedInto() != null) return open(item.mergedInto(), me);
        return new Opened(item, conversations.shared(reference));
    }

    private boolean isOf(Reference reference, PersonId requester, PersonId enteredBy, PersonId me) {
        if (requester.equals(me)) return true;
        return enteredBy.equals(me)
                && database.sql("select not exists (select from desk_told where reference = ?)")
                        .param(reference.number())
                        .query(Boolean.class)
                        .single();
    }

    private WorkItem held(Reference reference, PersonId me) {
        var item = desk.held(reference);
        if (!isOf(reference, item.requester(), item.enteredBy(), me)) throw new NotFound();
        return item;
    }

    /**
     * Writes to the team. An item that waited for it goes on; one that was settled within the last 14 days is open again
     * for the talk. Later a new question takes up what was said.
     *
     * @return the reference under which it goes on
     */
    @ForSignedIn
    @Transactional
    Reference answer(Reference asked, SignedIn me, AnswerForm form) {
        return Reference.of(submissions.once(form.once(), () -> {
            var item = held(merges.end(asked), me.id());
            // It may be merged while this waits for it.
            while (item.status() == Status.MERGED) item = held(item.goesOnAt(), me.id());
            var reference = item.reference();
            var words = form.text();
            var at = clock.instant();
            var message = conversations.add(reference, Voice.REQUESTER, me.id(), words, at);
            boolean opensAgain = item.opensAgain(at);
            if (item.status() == Status.SETTLED && !opensAgain)
                return goOn(item, me, words, at).toString();
            if (opensAgain) item.reopen(stays(item), at);
            boolean waited = item.status() == Status.PENDING;
            files.attach(reference, me.id(), message);
            item.answer(listeners(item, me.id()), me.name(), words + files.mention(message), at);
            desk.keep(item);
            if (waited) desk.line(reference, me.id(), null, "desk.event.resumed", at);
            if (opensAgain) desk.line(reference, me.id(), null, "desk.event.reopened", at);
            return reference.toString();
        }));
    }

    private Reference goOn(WorkItem settled, SignedIn me, String words, Instant at) {
        settled.answeredElsewhere(at);
        desk.keep(settled);
        var next = desk.ask(settled.requester(), me.id(), settled.title(), words, settled.reference());
        files.attach(settled.reference(), me.id(), conversations.lastOfRequester(next));
        conversations.change(settled.reference(), me.id(), "desk.event.followed", null, next.toString(), at);
        return next;
    }

    /** Whether whoever had it when it was settled still works at the desk. */
    private boolean stays(WorkItem item) {
        return item.assignee() == null
                || people.commsTeam().stream().anyMatch(member -> member.id().equals(item.assignee()));
    }

    /** Who hears that the requester wrote: who has it, or the whole team, and those who watch it. */
    private List<Addressee> listeners(WorkItem item, PersonId writer) {
        return Stream.concat(havers(item, writer).stream(), watchers.of(item.reference(), writer).stream())
                .distinct()
                .toList();
    }

    private List<Addressee> havers(WorkItem item, PersonId writer) {
        return Optional.ofNullable(item.assignee())
                .map(people::get)
                .filter(assignee -> !assignee.disabled() && assignee.isComms())
                .map(assignee -> List.of(new Addressee(assignee.id(), assignee.name(), assignee.mail())))
                .orElseGet(() -> desk.teamWithout(writer));
    }

    /** Withdraws a request that is not settled yet; its intake undoes what is its own. */
    @ForSignedIn
    @Transactional
    void withdraw(Reference reference, PersonId me) {
        var item = held(reference, me);
        item.mustBeWithdrawable();
        // An intake knows nothing yet of what is still incomplete.
        if (!item.incomplete()) kinds.get(item.kind()).withdraw(reference, me);
        var at = clock.instant();
        item.withdraw(me, at);
        desk.keep(item);
        desk.line(reference, me, null, "desk.event.withdrawn", at);
    }
}
