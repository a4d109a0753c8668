package org.ambassadorportal.desk;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Aggregate;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.organization.UnitId;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/**
 * One thing that came in, from its arrival until it is settled. What was said about it stands beside it;
 * what was decided is the intake's.
 */
@Entity
@Table(name = "desk_item")
@SuppressWarnings("UnusedVariable") // some fields are read by the statements of the lists alone
class WorkItem extends Aggregate<WorkItem> {

    static final String WITHDRAWN = "withdrawn";
    static final int TITLE = 200;

    /** How long after it was settled its requester's answer opens it again. */
    static final Duration REOPENS = Duration.ofDays(14);

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private ItemId id;

    @Embedded
    @AttributeOverride(name = "number", column = @Column(name = "reference"))
    private Reference reference;

    private String kind;

    private String title;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable String outcome;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "requester_id"))
    private PersonId requester;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "entered_by_id"))
    private PersonId enteredBy;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "unit_id"))
    private @Nullable UnitId unit;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "assignee_id"))
    private @Nullable PersonId assignee;

    private Instant receivedAt;

    private @Nullable Instant firstResponseAt;

    /** When an item that waits for a date goes on by itself. */
    private @Nullable Instant wakesAt;

    /** Until when it is put aside; {@code null} while it is not. */
    private @Nullable Instant snoozedUntil;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    private @Nullable Instant firstDueAt;

    private @Nullable Instant dueAt;

    private @Nullable Instant nextDueAt;

    /** The business time the resolution clock ran, up to when the status changed last. */
    private long workedSeconds;

    /** Since when it waits; {@code null} while it does not. */
    private @Nullable Instant waitsSince;

    /** How long it waited before that. */
    private long waitedSeconds;

    /** The generation of hours and goals of which its clocks were worked out. */
    private long reckonedIn;

    private @Nullable Instant settledAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "settled_by_id"))
    private @Nullable PersonId settledBy;

    /** When its requester's answer opened it again last. */
    private @Nullable Instant reopenedAt;

    /** Changes with every verb, so that each of them raises the version. */
    private Instant touchedAt;

    /** The first version that shows all there is to be seen: a form that was begun on an older one comes too late. */
    private long seenFrom;

    private boolean unread;

    /** Whether the team wrote it down, and its intake does not know all it must. */
    @Formula("(select told.incomplete from desk_told told where told.reference = reference)")
    private @Nullable Boolean incomplete;

    @Embedded
    @AttributeOverride(name = "number", column = @Column(name = "follows"))
    private @Nullable Reference follows;

    @Embedded
    @AttributeOverride(name = "number", column = @Column(name = "merged_into"))
    private @Nullable Reference mergedInto;

    @SuppressWarnings("NullAway.Init")
    protected WorkItem() {}

    private WorkItem(NewItem item, Instant at) {
        this.id = ItemId.next();
        this.reference = item.reference();
        this.kind = item.kind();
        this.title = oneLine(item.title());
        this.status = Status.NEW;
        this.priority = Priority.NORMAL;
        this.requester = item.requester();
        this.enteredBy = item.enteredBy();
        this.unit = item.unit();
        this.receivedAt = at;
        this.touchedAt = at;
        this.unread = true;
    }

    /** Takes a request in; {@code said} and the people are for the mails about it. */
    static WorkItem receive(
            NewItem item,
            ItemReceived.Said said,
            Addressee requester,
            Addressee enteredBy,
            List<Addressee> team,
            Instant at) {
        var it = new WorkItem(item, at);
        it.happened(new ItemReceived(
                it.uuid(), it.reference, it.kind, said, it.title, item.words(), requester, enteredBy, team, false, at));
        return it;
    }

    /** Takes in what is agreed already: somebody has it, and it waits for its date. */
    static WorkItem receiveAgreed(
            NewItem item,
            ItemReceived.Said said,
            Addressee requester,
            Addressee enteredBy,
            Addressee host,
            Instant until,
            Instant at) {
        var it = new WorkItem(item, at);
        it.happened(new ItemReceived(
                it.uuid(),
                it.reference,
                it.kind,
                said,
                it.title,
                item.words(),
                requester,
                enteredBy,
                List.of(),
                true,
                at));
        it.assign(host, null, at);
        it.awaitDate(until, at);
        return it;
    }

    /** Marks it as what goes on from a settled item. */
    void follow(Reference settled) {
        follows = settled;
    }

    /** Refuses a form that was begun before somebody else did something; {@code null} comes from a form without one. */
    void seenAs(@Nullable Long version) {
        if (version != null && (version < seenFrom || version > version())) throw new StaleEdit();
    }

    /** Does what everybody who looks at the item knows of already: what they write meanwhile does not come too late. */
    void foreseen(Runnable verb) {
        long before = seenFrom;
        verb.run();
        seenFrom = before;
    }

    /** A reply to the requester was written, and goes out unless it is taken back. Until then nothing is answered. */
    void replyWritten(Instant at) {
        mustNotBeMerged();
        react(at);
        happened(new ReplyWritten(uuid(), reference, kind, at));
    }

    /** Whoever wrote a reply took it back before it went out. */
    void replyTakenBack(Instant at) {
        touch(at);
        happened(new ReplyTakenBack(uuid(), reference, kind, at));
    }

    /** A reply did not go out, because of what happened after it was written; whoever wrote it is told. */
    void replyHeld(Addressee writer, Instant at) {
        happened(new ReplyHeld(uuid(), reference, kind, title, writer, at));
    }

    /** Answers the requester. The first answer is the first response for good; a settled item stays settled. */
    void reply(List<Addressee> to, String byName, String words, Instant at) {
        mustNotBeMerged();
        if (status == Status.NEW) status = status.to(Status.OPEN);
        respond(at);
        happened(new ReplySent(uuid(), reference, title, to, byName, words, at));
    }

    /** Keeps a note among the team; changes nothing that anybody else could see. */
    void note(Instant at) {
        mustNotBeMerged();
        foreseen(() -> react(at));
        happened(new NoteKept(uuid(), reference, kind, at));
    }

    /** Gives it to somebody of the team, or to nobody. Whoever took it has begun: it is no longer new. */
    void assign(@Nullable Addressee to, @Nullable String byName, Instant at) {
        if (status.isOver()) throw new AlreadySettled();
        var whom = to == null ? null : to.id();
        if (Objects.equals(whom, assignee)) return;
        assignee = whom;
        if (whom != null && status == Status.NEW) status = status.to(Status.OPEN);
        // Who has it says nothing about who has read it.
        touch(at);
        happened(new ItemAssigned(uuid(), reference, kind, title, to, byName, at));
    }

    /** Whoever took it has read it. */
    void read() {
        unread = false;
    }

    /** Its requester did something in the intake's own room: the team's news, and no longer put aside. */
    void newsFromRequester() {
        unread = true;
        snoozedUntil = null;
    }

    /** Waits for the requester, who was told what is missing: that is a response too. */
    void awaitRequester(Instant at) {
        var before = status;
        status = status.to(Status.PENDING);
        wakesAt = null;
        snoozedUntil = null;
        respond(at);
        if (before != status) happened(new ItemPended(uuid(), reference, kind, at));
    }

    /** Waits for a date, such as the end of a booking: the requester has an answer, and nothing is to be done before. */
    void awaitDate(Instant until, Instant at) {
        awaitRequester(at);
        wakesAt = until;
    }

    /**
     * The team waits, for the requester or until a date. Nobody was told anything by that: the first clock runs on where
     * it runs.
     *
     * @param until {@code null} until the requester answers
     */
    void pend(@Nullable Instant until, Instant at) {
        mustNotBeOver();
        var before = status;
        status = status.to(Status.PENDING);
        wakesAt = until;
        snoozedUntil = null;
        react(at);
        if (before != status) happened(new ItemPended(uuid(), reference, kind, at));
    }

    /** Is worked on, whatever it was before. */
    void open(Instant at) {
        mustNotBeOver();
        snoozedUntil = null;
        resume(at);
    }

    /** Out of sight for a while, as the team likes it; the clocks run on, and the requester's answer brings it back. */
    void snooze(Instant until, Instant at) {
        mustNotBeOver();
        if (status == Status.PENDING) resume(at);
        snoozedUntil = until;
        react(at);
        happened(new ItemSnoozed(uuid(), reference, kind, at));
    }

    /** Is the same as another item, in which it goes on; not where it was decided, and is open for the talk only. */
    void merge(Reference into, Instant at) {
        mustNotBeOver();
        if (isReopened()) throw new Conflict("desk.merge.decided");
        status = status.to(Status.MERGED);
        wakesAt = null;
        snoozedUntil = null;
        mergedInto = into;
        touchedAt = at;
        happened(new ItemMerged(uuid(), reference, kind, at));
    }

    /** Takes up what was said about another item: what nobody has read there is unread here. */
    void takeUp(WorkItem other, Instant at) {
        mustNotBeOver();
        if (other.unread) {
            unread = true;
            snoozedUntil = null;
        }
        // Whoever writes here has not seen what came along.
        touch(at);
    }

    /** Was another matter after all, and goes on from where it stood. */
    void unmerge(Status was, @Nullable Instant wakes, @Nullable Instant snoozed, boolean stays, Instant at) {
        if (status != Status.MERGED) throw new Conflict("desk.conflict.unmerged");
        status = was;
        wakesAt = wakes;
        snoozedUntil = snoozed;
        mergedInto = null;
        if (!stays) assignee = null;
        touchedAt = at;
        happened(new ItemUnmerged(uuid(), reference, kind, at));
    }

    /** The date it waited for has come. */
    void wake(Instant at) {
        if (status.isOver()) return;
        snoozedUntil = null;
        if (status == Status.PENDING) resume(at);
        else touchedAt = at;
    }

    /** Goes on after waiting. */
    void resume(Instant at) {
        var before = status;
        status = status.to(Status.OPEN);
        wakesAt = null;
        react(at);
        if (before == Status.PENDING) happened(new ItemResumed(uuid(), reference, kind, at));
    }

    /** Ends it. Only one can be the one who settles it; whoever comes second is told so. */
    void settle(String how, PersonId by, Instant at) {
        end(how, by, at);
        respond(at);
        happened(new ItemSettled(uuid(), reference, kind, how, at));
    }

    /** Its requester does not want it any more. */
    void withdraw(PersonId by, Instant at) {
        mustBeWithdrawable();
        end(WITHDRAWN, by, at);
        happened(new ItemWithdrawn(uuid(), reference, kind, at));
    }

    /** Refuses where it has ended, or has been decided and is open for the talk only. */
    void mustBeWithdrawable() {
        if (status.isOver()) throw new AlreadySettled();
        if (isReopened()) throw new Conflict("desk.conflict.reopened");
    }

    /** The requester wrote; an item that waited for that goes on. */
    void answer(List<Addressee> to, String byName, String words, Instant at) {
        mustNotBeMerged();
        if (status == Status.PENDING) {
            status = status.to(Status.OPEN);
            wakesAt = null;
            happened(new ItemResumed(uuid(), reference, kind, at));
        }
        snoozedUntil = null;
        unread = true;
        touch(at);
        happened(new RequesterAnswered(uuid(), reference, kind, title, to, byName, words, at));
    }

    /**
     * The requester wrote soon after it was settled: it is open again for the talk. How it ended stays written, and
     * settling it once more decides nothing anew.
     *
     * @param stays whether whoever has it still works at the desk; otherwise it is nobody's
     */
    void reopen(boolean stays, Instant at) {
        if (!opensAgain(at)) throw new AlreadySettled();
        status = Status.OPEN;
        if (!stays) assignee = null;
        settledAt = null;
        settledBy = null;
        reopenedAt = at;
        touch(at);
        happened(new ItemReopened(uuid(), reference, kind, at));
    }

    /**
     * Whether an answer of the requester opens it again. What they withdrew stays withdrawn: it was never answered, and
     * a new question gets its own clocks.
     */
    boolean opensAgain(Instant at) {
        return status == Status.SETTLED
                && settledAt != null
                && !WITHDRAWN.equals(outcome)
                && !at.isAfter(settledAt.plus(REOPENS));
    }

    /** Whether it is open again for the talk only: it has its outcome already. */
    boolean isReopened() {
        return outcome != null && !status.isOver();
    }

    /** The requester wrote, and a new item takes it up: nothing about this one is open again. */
    void answeredElsewhere(Instant at) {
        if (!status.isOver()) throw new IllegalStateException("an open item is answered itself");
        touch(at);
    }

    /** Its requester said whether it helped. */
    void helpTold(Instant at) {
        happened(new HelpAnswered(uuid(), reference, kind, at));
    }

    /** What its intake asks is known now; said by the requester, it is news for the team. */
    void complete(boolean byRequester, Instant at) {
        if (status.isOver()) throw new AlreadySettled();
        if (byRequester && status == Status.PENDING) resume(at);
        if (byRequester) newsFromRequester();
        touchedAt = at;
    }

    void retitle(String better, Instant at) {
        title = oneLine(better);
        touch(at);
    }

    /**
     * Sets the clocks, from the history alone: what they said before counts for nothing, so that other goals and other
     * hours hold for what has been as well. The first clock stops for good with the first answer, the second stands still
     * while the item waits; what it has used up stays used up, and the item as late as it is. Whole seconds count.
     *
     * @param history as it was stored last; a status that the item has taken since then counts from when it was touched
     * @param generation of hours and goals
     */
    void reckon(List<Clocks.Stretch> history, DeskSettings.Goals goals, BusinessTime time, long generation) {
        var worked = Duration.ZERO;
        Instant usedUp = null;
        waitsSince = null;
        waitedSeconds = 0;
        for (var stretch : upToNow(history)) {
            var from = stretch.from().truncatedTo(ChronoUnit.SECONDS);
            var until = stretch.until() == null ? null : stretch.until().truncatedTo(ChronoUnit.SECONDS);
            if (stretch.status() == Status.PENDING) {
                if (until == null) waitsSince = from;
                else waitedSeconds += Duration.between(from, until).toSeconds();
            }
            if (!stretch.runs()) continue;
            var left = goals.resolution().minus(worked);
            var length = until == null ? null : time.between(from, until);
            if (usedUp == null && (length == null || length.compareTo(left) >= 0)) usedUp = time.after(from, left);
            if (length != null) worked = worked.plus(length);
        }
        workedSeconds = worked.toSeconds();
        firstDueAt = time.halfHourAfter(receivedAt, goals.firstResponse());
        dueAt = status.runs() ? usedUp : null;
        nextDueAt = next(firstResponseAt == null && !status.isOver() ? firstDueAt : null, dueAt);
        reckonedIn = generation;
    }

    private static @Nullable Instant next(@Nullable Instant first, @Nullable Instant second) {
        if (first == null || second == null) return first == null ? second : first;
        return second.isBefore(first) ? second : first;
    }

    private List<Clocks.Stretch> upToNow(List<Clocks.Stretch> history) {
        var all = new ArrayList<Clocks.Stretch>();
        var since = history.isEmpty() ? receivedAt : touchedAt;
        for (var stretch : history) {
            if (stretch.until() != null) all.add(stretch);
            else if (stretch.status() == status) since = stretch.from();
            else {
                if (since.isBefore(stretch.from())) since = stretch.from();
                all.add(new Clocks.Stretch(stretch.status(), stretch.from(), since));
            }
        }
        all.add(new Clocks.Stretch(status, since, null));
        return all;
    }

    /** Makes it matter more, or less; the clocks follow. */
    void prioritize(Priority other, Instant at) {
        if (status.isOver()) throw new AlreadySettled();
        if (priority == other) return;
        priority = other;
        react(at);
        happened(new ItemPrioritized(uuid(), reference, kind, at));
    }

    private void end(String how, PersonId by, Instant at) {
        if (status.isOver()) throw new AlreadySettled();
        status = status.to(Status.SETTLED);
        wakesAt = null;
        snoozedUntil = null;
        outcome = how;
        settledAt = at;
        settledBy = by;
        react(at);
    }

    private void mustNotBeOver() {
        mustNotBeMerged();
        if (status.isOver()) throw new AlreadySettled();
    }

    private void mustNotBeMerged() {
        if (status == Status.MERGED) throw AlreadySettled.merged();
    }

    private void respond(Instant at) {
        if (firstResponseAt == null) firstResponseAt = at;
        react(at);
    }

    private void react(Instant at) {
        unread = false;
        touch(at);
    }

    private void touch(Instant at) {
        touchedAt = at;
        seenFrom = nextVersion();
    }

    private UUID uuid() {
        return id.value();
    }

    private static String oneLine(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= TITLE) return line;
        int end = Character.isHighSurrogate(line.charAt(TITLE - 2)) ? TITLE - 2 : TITLE - 1;
        return line.substring(0, end) + "…";
    }

    /** Whether this person asked for it, for themselves or for a colleague. */
    boolean isOf(PersonId person) {
        return requester.equals(person) || enteredBy.equals(person);
    }

    Reference reference() {
        return reference;
    }

    String kind() {
        return kind;
    }

    String title() {
        return title;
    }

    Status status() {
        return status;
    }

    @Nullable String outcome() {
        return outcome;
    }

    @Nullable Instant wakesAt() {
        return wakesAt;
    }

    @Nullable Instant snoozedUntil() {
        return snoozedUntil;
    }

    PersonId requester() {
        return requester;
    }

    PersonId enteredBy() {
        return enteredBy;
    }

    /** Where it goes on: at itself, or at what it was merged into. */
    Reference goesOnAt() {
        return mergedInto == null ? reference : mergedInto;
    }

    @Nullable UnitId unit() {
        return unit;
    }

    @Nullable PersonId assignee() {
        return assignee;
    }

    @Nullable Instant firstResponseAt() {
        return firstResponseAt;
    }

    @Nullable PersonId settledBy() {
        return settledBy;
    }

    @Nullable Instant settledAt() {
        return settledAt;
    }

    Priority priority() {
        return priority;
    }

    @Nullable Instant firstDueAt() {
        return firstDueAt;
    }

    /** The business time in which the resolution clock ran, up to when the status changed last. */
    Duration worked() {
        return Duration.ofSeconds(workedSeconds);
    }

    Duration waited(Instant now) {
        return Duration.ofSeconds(waitedSeconds)
                .plus(waitsSince == null ? Duration.ZERO : Duration.between(waitsSince, now));
    }

    @Nullable Instant dueAt() {
        return dueAt;
    }

    @Nullable Instant nextDueAt() {
        return nextDueAt;
    }

    boolean incomplete() {
        return Boolean.TRUE.equals(incomplete);
    }

    boolean unread() {
        return unread;
    }
}
