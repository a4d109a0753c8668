package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.kernel.Conflict;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who of the team is told about an item without having it: when its requester writes, and when it is over. */
@Service
class Watchers {

    private final Desk desk;
    private final Kinds kinds;
    private final People people;
    private final ApplicationEventPublisher events;
    private final JdbcClient database;
    private final Clock clock;

    Watchers(
            Desk desk, Kinds kinds, People people, ApplicationEventPublisher events, JdbcClient database, Clock clock) {
        this.desk = desk;
        this.kinds = kinds;
        this.people = people;
        this.events = events;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Lets somebody of the team watch an item; nothing changes where they do already.
     *
     * @param whom "me" or a person's id
     */
    @ForComms
    @Transactional
    void add(Reference reference, PersonId by, @Nullable String whom) {
        var item = desk.held(reference);
        if (item.status() == Status.MERGED) throw new AlreadySettled();
        var watcher = member(whom, by).id();
        var at = clock.instant();
        int added = database.sql(
                        "insert into desk_watch (reference, person_id, since) values (?, ?, ?) on conflict do nothing")
                .params(reference.number(), watcher.value(), at.atOffset(ZoneOffset.UTC))
                .update();
        if (added > 0) tell(reference, by, watcher, "desk.event.watches", "desk.event.watched", at);
    }

    /** Takes somebody off again. */
    @ForComms
    @Transactional
    void remove(Reference reference, PersonId by, @Nullable String whom) {
        desk.held(reference);
        var watcher = QueueFilter.ME.equals(whom) ? by : PersonId.of(String.valueOf(whom));
        int removed = database.sql("delete from desk_watch where reference = ? and person_id = ?")
                .params(reference.number(), watcher.value())
                .update();
        if (removed > 0) tell(reference, by, watcher, "desk.event.unwatches", "desk.event.unwatched", clock.instant());
    }

    private void tell(Reference reference, PersonId by, PersonId whom, String self, String other, Instant at) {
        boolean oneself = whom.equals(by);
        desk.line(reference, by, oneself ? null : whom, oneself ? self : other, at);
    }

    private PersonRow member(@Nullable String whom, PersonId by) {
        var id = QueueFilter.ME.equals(whom) ? by : PersonId.of(String.valueOf(whom));
        return people.commsTeam().stream()
                .filter(member -> member.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Conflict("desk.assign.not-on-team"));
    }

    /** Who watches an item and still works at the desk; {@code except} knows it already. */
    @ForInside
    @Transactional(readOnly = true)
    List<Addressee> of(Reference reference, @Nullable PersonId except) {
        var watching = new HashSet<>(database.sql("select person_id from desk_watch where reference = ?")
                .param(reference.number())
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list());
        if (watching.isEmpty()) return List.of();
        return people.commsTeam().stream()
                .filter(member -> watching.contains(member.id()) && !member.id().equals(except))
                .map(member -> new Addressee(member.id(), member.name(), member.mail()))
                .toList();
    }

    @EventListener
    @ForInside
    @Transactional(propagation = Propagation.MANDATORY)
    void settled(ItemSettled event) {
        over(event.reference(), event.at());
    }

    @EventListener
    @ForInside
    @Transactional(propagation = Propagation.MANDATORY)
    void withdrawn(ItemWithdrawn event) {
        over(event.reference(), event.at());
    }

    private void over(Reference reference, Instant at) {
        var item = desk.held(reference);
        var by = item.settledBy();
        var to = of(reference, by);
        if (to.isEmpty() || by == null) return;
        var how = kinds.outcome(item.kind(), Objects.requireNonNullElse(item.outcome(), ""));
        events.publishEvent(new WatchedEnded(
                reference, item.kind(), item.title(), how, to, people.get(by).name(), at));
    }
}
