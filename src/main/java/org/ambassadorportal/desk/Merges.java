package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one item of two that are the same matter, and two of them again. No message is moved: a conversation is read
 * together with those of the items that were merged into it, so undoing leaves each message where it was written.
 */
@Service
class Merges {

    /** So long it can be undone. */
    static final Duration UNDO = Duration.ofDays(1);

    private final Desk desk;
    private final Conversations conversations;
    private final Files files;
    private final Composing composing;
    private final Kinds kinds;
    private final People people;
    private final JdbcClient database;
    private final Clock clock;

    Merges(
            Desk desk,
            Conversations conversations,
            Files files,
            Composing composing,
            Kinds kinds,
            People people,
            JdbcClient database,
            Clock clock) {
        this.desk = desk;
        this.conversations = conversations;
        this.files = files;
        this.composing = composing;
        this.kinds = kinds;
        this.people = people;
        this.database = database;
        this.clock = clock;
    }

    /** How an item stood before it was merged. */
    private record Before(
            Reference stays,
            Instant at,
            Status status,
            @Nullable Instant wakes,
            @Nullable Instant snoozed) {}

    /** The item that this one goes on in; itself where it was not merged. */
    @ForInside
    @Transactional(readOnly = true)
    Reference end(Reference reference) {
        return database.sql("select reference from " + Family.END + " way")
                .param("reference", reference.number())
                .query((row, number) -> new Reference(row.getLong("reference")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * Merges an item into another of the same requester: one of its kind while both are undecided, or a question into
     * anything. Whoever has or watches it watches the other, and files that wait to be sent wait there.
     *
     * @throws Refusal for the field "into"
     */
    @ForComms
    @Transactional
    void merge(Reference gone, PersonId by, MergeForm form) {
        var into = Reference.typed(String.valueOf(form.into()).strip())
                .filter(typed -> desk.find(typed).isPresent())
                .map(this::end)
                .orElseThrow(() -> new Refusal("into", "desk.merge.unknown"));
        if (into.equals(gone)) throw new Refusal("into", "desk.merge.itself");
        // Always in the same order, so that two people who merge crosswise do not wait for each other.
        desk.held(into.compareTo(gone) < 0 ? into : gone);
        var item = desk.held(gone);
        var other = desk.held(into);
        item.seenAs(form.version());
        mustFit(item, other);
        var at = clock.instant();
        database.sql("""
                        insert into desk_merge (merged, stays, by_id, at, was_status, was_wakes_at, was_snoozed_until)
                        values (:merged, :stays, :by, :at, :status, :wakes, :snoozed)""")
                .param("merged", gone.number())
                .param("stays", into.number())
                .param("by", by.value())
                .param("at", utc(at))
                .param("status", item.status().name())
                .param("wakes", utc(item.wakesAt()))
                .param("snoozed", utc(item.snoozedUntil()))
                .update();
        other.takeUp(item, at);
        item.merge(into, at);
        desk.keep(item);
        desk.keep(other);
        joinWatchers(item, other, at);
        files.follow(gone, into);
        composing.follow(gone, into);
        conversations.change(gone, by, "desk.event.merged", null, into.toString(), at);
        conversations.change(into, by, "desk.event.absorbed", null, gone.toString(), at);
    }

    private void mustFit(WorkItem item, WorkItem other) {
        if (item.status() == Status.MERGED) throw AlreadySettled.merged();
        if (item.status().isOver()) throw new AlreadySettled();
        if (item.isReopened()) throw new Refusal("into", "desk.merge.decided");
        if (other.status().isOver()) throw new Refusal("into", "desk.merge.over");
        if (!item.requester().equals(other.requester())) throw new Refusal("into", "desk.merge.requester");
        if (!fit(item, other)) throw new Refusal("into", "desk.merge.kind");
        // Else one of the two who entered them would read what the other wrote.
        if (!item.enteredBy().equals(other.enteredBy()) && !(knows(item) && knows(other)))
            throw new Refusal("into", "desk.merge.entered");
        boolean going = database.sql(
                        "select exists (select 1 from desk_message where reference = ? and voice = 'GOING')")
                .param(item.reference().number())
                .query(Boolean.class)
                .single();
        if (going) throw new Refusal("into", "desk.merge.going");
    }

    private boolean fit(WorkItem item, WorkItem other) {
        if (kinds.get(item.kind()).settledByDesk()) return true;
        return item.kind().equals(other.kind())
                && !other.isReopened()
                && kinds.get(item.kind()).undecided(item.reference())
                && kinds.get(item.kind()).undecided(other.reference());
    }

    private boolean knows(WorkItem item) {
        return item.enteredBy().equals(item.requester()) || people.isComms(item.enteredBy());
    }

    /** Who came along with a third keeps that: undoing the third's merge then takes them from all it went on in. */
    private void joinWatchers(WorkItem item, WorkItem other, Instant at) {
        database.sql("""
                        insert into desk_watch (reference, person_id, since, through)
                        select :stays, w.person_id, :at,
                               coalesce((array_agg(w.through order by w.through nulls first))[1], :merged)
                          from (select person_id, through from desk_watch where reference = :merged
                                union all select :assignee::uuid, null where :assignee::uuid is not null) w
                         group by w.person_id
                        on conflict do nothing""")
                .param("stays", other.reference().number())
                .param("merged", item.reference().number())
                .param("at", utc(at))
                .param(
                        "assignee",
                        item.assignee() == null || item.assignee().equals(other.assignee())
                                ? null
                                : item.assignee().value())
                .update();
    }

    /**
     * Makes an item of its own again of one that was merged, within a day. It stands as it stood; what was said since
     * then belongs to the other.
     *
     * @throws Conflict when it is not merged any more, or for too long
     */
    @ForComms
    @Transactional
    void undo(Reference merged, PersonId by) {
        var item = desk.held(merged);
        var before = database.sql(
                        "select stays, at, was_status, was_wakes_at, was_snoozed_until from desk_merge where merged = ?")
                .param(merged.number())
                .query((row, number) -> new Before(
                        new Reference(row.getLong("stays")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Status.valueOf(row.getString("was_status")),
                        ItemRows.instant(row, "was_wakes_at"),
                        ItemRows.instant(row, "was_snoozed_until")))
                .optional()
                .orElseThrow(() -> new Conflict("desk.conflict.unmerged"));
        var at = clock.instant();
        if (at.isAfter(before.at().plus(UNDO))) throw new Conflict("desk.conflict.merge-final");
        boolean stays =
                people.commsTeam().stream().anyMatch(member -> member.id().equals(item.assignee()));
        item.unmerge(before.status(), before.wakes(), before.snoozed(), stays, at);
        desk.keep(item);
        database.sql("delete from desk_merge where merged = ?")
                .param(merged.number())
                .update();
        database.sql(Family.WITH + Family.UPWARDS + """
                        delete from desk_watch
                         where reference in (select reference from upwards)
                           and through in (select reference from family)""")
                .param("reference", merged.number())
                .param("up", before.stays().number())
                .update();
        conversations.change(merged, by, "desk.event.unmerged", before.stays().toString(), null, at);
        conversations.change(before.stays(), by, "desk.event.released", merged.toString(), null, at);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
