package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonDisabled;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.RolesChanged;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.Submissions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the team does with an item at the desk. Each verb holds the item, so two people never act past each other. */
@Service
class TeamDesk {

    private final Desk desk;
    private final FairAssignment fair;
    private final WorkItems items;
    private final Conversations conversations;
    private final Replies replies;
    private final Composing composing;
    private final Files files;
    private final Kinds kinds;
    private final Presence presence;
    private final People people;
    private final Submissions submissions;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    TeamDesk(
            Desk desk,
            FairAssignment fair,
            WorkItems items,
            Conversations conversations,
            Replies replies,
            Composing composing,
            Files files,
            Kinds kinds,
            Presence presence,
            People people,
            Submissions submissions,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.desk = desk;
        this.fair = fair;
        this.items = items;
        this.conversations = conversations;
        this.replies = replies;
        this.composing = composing;
        this.files = files;
        this.kinds = kinds;
        this.presence = presence;
        this.people = people;
        this.submissions = submissions;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** An item, or the one it was merged into, with all that was said about it. */
    @ForComms
    @Transactional(readOnly = true)
    Opened open(Reference reference) {
        var looked = presence.look(reference);
        var goesOn = looked.item().mergedInto();
        return goesOn == null ? opened(reference, looked) : open(goesOn);
    }

    /** An item as it came, also where it was merged into another: what its own form said is read nowhere else. */
    @ForComms
    @Transactional(readOnly = true)
    Opened openItself(Reference reference) {
        return opened(reference, presence.look(reference));
    }

    private Opened opened(Reference reference, Presence.Looked looked) {
        return new Opened(
                looked.item(),
                conversations.whole(reference),
                looked.company(),
                looked.seen().snapshot());
    }

    /** An item, if there is one. */
    @ForComms
    @Transactional(readOnly = true)
    Optional<ItemRow> find(Reference reference) {
        return desk.find(reference);
    }

    /**
     * Sends a reply on its way to the requester; when it goes out it also waits for them or settles the item, if so
     * asked. See {@link Replies}.
     */
    @ForComms
    @Transactional
    void reply(Reference reference, SignedIn by, ComposerForm form) {
        replies.send(reference, by, form);
    }

    /** Keeps a note for the team. It disturbs nobody: what another person is writing meanwhile is not stale by it. */
    @ForComms
    @Transactional
    void note(Reference reference, PersonId by, ComposerForm form) {
        composing.alone(reference, by);
        submissions.once(form.once(), () -> {
            var item = desk.held(reference);
            var at = clock.instant();
            item.note(at);
            var message = conversations.add(reference, Voice.NOTE, by, form.text(), at);
            files.attach(reference, by, message);
            composing.forget(reference, by, form.sawId());
            desk.keep(item);
            return reference.toString();
        });
    }

    /**
     * Gives an item to somebody of the team.
     *
     * @param to "me", "nobody", "auto" for whoever it is fair to give it to, or a person's id
     */
    @ForComms
    @Transactional
    void assign(Reference reference, SignedIn by, @Nullable String to, @Nullable Long version) {
        if (QueueFilter.AUTO.equals(to)) {
            fair.give(reference, by, version);
            return;
        }
        assign(reference, by, to, version, true);
    }

    /**
     * As {@link #assign}, for one of many: whoever gets them is told once of all.
     *
     * @return whether somebody else had it
     */
    @ForComms
    @Transactional
    boolean give(Reference reference, SignedIn by, String to) {
        return assign(reference, by, to, null, false);
    }

    private boolean assign(
            Reference reference, SignedIn by, @Nullable String to, @Nullable Long version, boolean tells) {
        var item = desk.held(reference);
        item.seenAs(version);
        var assignee = assignee(to, by);
        if (Objects.equals(assignee == null ? null : assignee.id(), item.assignee())) return false;
        var before = item.assignee();
        boolean taken = assignee != null && assignee.id().equals(by.id());
        var at = clock.instant();
        item.assign(assignee, taken || !tells ? null : by.name(), at);
        if (taken && tells) item.read();
        desk.keep(item);
        boolean others = before != null && !before.equals(by.id());
        if (taken) desk.line(reference, by.id(), before, others ? "desk.event.taken-over" : "desk.event.taken", at);
        else {
            if (others) desk.line(reference, by.id(), before, "desk.event.taken-away", at);
            else if (assignee == null) desk.line(reference, by.id(), null, "desk.event.unassigned", at);
            if (assignee != null) desk.line(reference, by.id(), assignee.id(), "desk.event.assigned", at);
        }
        return true;
    }

    /** Gives back what somebody had who can no longer sign in, so that it stands among nobody's and is not forgotten. */
    @EventListener
    @ForInside
    @Transactional(propagation = Propagation.MANDATORY)
    void giveBack(PersonDisabled event) {
        giveBack(event.person(), event.at());
    }

    /** The same for whoever left the team. */
    @EventListener
    @ForInside
    @Transactional(propagation = Propagation.MANDATORY)
    void giveBack(RolesChanged event) {
        if (!event.comms()) giveBack(event.to().id(), event.at());
    }

    private void giveBack(PersonId who, Instant at) {
        for (var item : items.findByAssigneeAndStatusIn(who, EnumSet.of(Status.NEW, Status.OPEN, Status.PENDING))) {
            item.assign(null, null, at);
            desk.keep(item);
            desk.line(item.reference(), who, null, "desk.event.unassigned", at);
        }
    }

    private @Nullable Addressee assignee(@Nullable String to, SignedIn by) {
        if (to == null || to.isBlank() || QueueFilter.NOBODY.equals(to)) return null;
        var id = QueueFilter.ME.equals(to) ? by.id() : PersonId.of(to);
        return people.commsTeam().stream()
                .filter(member -> member.id().equals(id))
                .map(TeamDesk::addressee)
                .findFirst()
                .orElseThrow(() -> new Refusal("to", "desk.assign.not-on-team"));
    }

    private static Addressee addressee(PersonRow member) {
        return new Addressee(member.id(), member.name(), member.mail());
    }

    /**
     * Makes an item matter more, or less.
     *
     * @param to "low", "normal" or "high"
     * @return whether it mattered otherwise before
     */
    @ForComms
    @Transactional
    boolean prioritize(Reference reference, PersonId by, @Nullable String to, @Nullable Long version) {
        var item = desk.held(reference);
        item.seenAs(version);
        var priority = Arrays.stream(Priority.values())
                .filter(one -> one.name().equalsIgnoreCase(to))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (priority == item.priority()) return false;
        var at = clock.instant();
        var was = item.priority();
        item.prioritize(priority, at);
        desk.keep(item);
        conversations.change(reference, by, "desk.event.priority", was.key(), priority.key(), at);
        return true;
    }

    /**
     * Settles an item of a kind that the desk itself settles; all others are decided in their own room. What was decided
     * and is open again for the talk is settled with the outcome it has.
     */
    @ForComms
    @Transactional
    void settle(Reference reference, PersonId by, String outcome, @Nullable Long version) {
        var item = desk.held(reference);
        item.seenAs(version);
        settleHeld(item, outcome, by);
    }

    /**
     * As {@link #settle}, for one of many: what was decided and is open again for the talk keeps the outcome it has.
     *
     * @throws NotFound where it is not the desk that settles its kind
     */
    @ForComms
    @Transactional
    boolean settleAsKindAllows(Reference reference, PersonId by, String outcome) {
        var item = desk.held(reference);
        if (item.status().isOver()) throw new AlreadySettled();
        var decided = item.outcome();
        settleHeld(item, item.isReopened() && decided != null ? decided : outcome, by);
        return true;
    }

    private void settleHeld(WorkItem item, String outcome, PersonId by) {
        kinds.mayDeskSettle(item, outcome);
        // An end without a word is told by mail; whoever was answered, or told by an intake, knows of it.
        if (item.firstResponseAt() == null)
            publisher.publishEvent(new EndTold(
                    item.reference(),
                    item.title(),
                    kinds.outcome(item.kind(), outcome),
                    desk.readersOf(item),
                    clock.instant()));
        desk.settle(item.reference(), outcome, by);
    }
}
