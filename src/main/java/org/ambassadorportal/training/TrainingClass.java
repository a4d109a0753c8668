package org.ambassadorportal.training;

import static org.ambassadorportal.training.Standing.LEFT;
import static org.ambassadorportal.training.Standing.OFFERED;
import static org.ambassadorportal.training.Standing.SEATED;
import static org.ambassadorportal.training.Standing.WAITING;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Aggregate;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.OfferingId;
import org.ambassadorportal.training.Told.Occasion;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/**
 * A class: a day, a host, seats, and those who wait. A seat that becomes free is offered to whoever waits longest, with
 * a time to say yes; so while anybody waits no seat is free for the first who passes by. Each verb that gives people
 * something to hear says so; whoever calls it mails that.
 */
@Entity
@Table(name = "training_class")
class TrainingClass extends Aggregate<TrainingClass> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private ClassId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "offering_id"))
    private OfferingId offering;

    private String title;
    private String about;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "host_id"))
    private PersonId host;

    @Column(name = "starts_at")
    private Instant starts;

    private int minutes;

    @Enumerated(EnumType.STRING)
    private Format format;

    private @Nullable String place;
    private int seats;
    private int sequence;
    private @Nullable Instant canceledAt;

    private @Nullable String cancelReason;

    @SuppressWarnings("UnusedVariable") // read with SQL
    private @Nullable Instant attendedAt;

    /** Who takes a seat meanwhile is in nobody's way who edits the text; the lock on the class keeps the order. */
    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "class_id", nullable = false, updatable = false)
    @OptimisticLock(excluded = true)
    private List<Participant> participants = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected TrainingClass() {}

    TrainingClass(OfferingId offering, ClassPlan plan, int seats, Instant at) {
        mustLieAhead(plan, at);
        id = ClassId.next();
        this.offering = offering;
        this.seats = seats;
        take(plan);
        happened(new ClassPlanned(id.value(), at));
    }

    private void take(ClassPlan plan) {
        title = plan.title();
        about = plan.about();
        host = plan.host();
        starts = plan.starts();
        minutes = plan.minutes();
        format = plan.format();
        place = plan.place();
    }

    /**
     * Takes a seat. Whoever has one keeps it, and nothing happens.
     *
     * @throws ClassFull when no seat is free for them; whoever waits stays on the list
     */
    List<Told> takeSeat(PersonId person, Duration patience, Instant at) {
        mustBeOpen(at);
        var told = new ArrayList<>(passOn(patience, at));
        switch (standingOf(person)) {
            case SEATED -> {}
            case OFFERED -> told.addAll(accept(person, at));
            case WAITING -> throw new ClassFull();
            case LEFT -> {
                if (!hasRoom()) throw new ClassFull();
                stand(person, SEATED, at);
                happened(new SeatTaken(id.value(), at));
                told.add(new Told(person, Occasion.TAKEN));
            }
        }
        return told;
    }

    /** Waits for a seat; gets one at once where one is free after all. */
    List<Told> waitForSeat(PersonId person, Duration patience, Instant at) {
        mustBeOpen(at);
        // First of all, so that whoever let the time run out stands behind those who waited meanwhile.
        var told = new ArrayList<>(passOn(patience, at));
        if (standingOf(person) != LEFT) return told;
        if (hasRoom()) {
            told.addAll(takeSeat(person, patience, at));
        } else {
            stand(person, WAITING, at);
            happened(new WaitingListJoined(id.value(), at));
        }
        return told;
    }

    /** Gives a seat back, or leaves the list, or says no; the next one gets the offer. */
    List<Told> leave(PersonId person, Duration patience, Instant at) {
        mustBeOpen(at);
        var present = find(person).filter(one -> one.standing() != LEFT);
        if (present.isEmpty()) return List.of();
        var before = present.get().standing();
        present.get().stand(LEFT, at);
        happened(
                switch (before) {
                    case SEATED -> new SeatGivenBack(id.value(), at);
                    case OFFERED -> new SeatDeclined(id.value(), at);
                    case WAITING, LEFT -> new WaitingListLeft(id.value(), at);
                });
        var told = new ArrayList<Told>();
        if (before == SEATED) told.add(new Told(person, Occasion.GIVEN_BACK));
        told.addAll(fill(patience, at));
        return told;
    }

    /**
     * Says yes to the seat that was offered; saying it twice is saying it once.
     *
     * @throws OfferOver when the time has run out, or nothing was offered
     */
    List<Told> accept(PersonId person, Instant at) {
        mustBeOpen(at);
        var present = find(person).orElseThrow(OfferOver::new);
        if (present.standing() == SEATED) return List.of();
        if (!present.isOfferedAt(at)) throw new OfferOver();
        present.stand(SEATED, at);
        happened(new SeatAccepted(id.value(), at));
        return List.of(new Told(person, Occasion.TAKEN));
    }

    /** Takes back what was offered and not answered in time, and offers it to the next ones. */
    List<Told> passOn(Duration patience, Instant at) {
        var told = new ArrayList<Told>();
        for (var each : participants) {
            if (!each.hasRunOutAt(at)) continue;
            each.stand(LEFT, at);
            happened(new SeatOfferRanOut(id.value(), at));
            if (canceledAt == null) told.add(new Told(each.person(), Occasion.RAN_OUT));
        }
        told.addAll(fill(patience, at));
        return told;
    }

    /**
     * Changes the class; everybody hears of another time, place, host or title, and calendars are to follow.
     *
     * @throws Refusal at "seats" when more people have one already, at "day" when the time is past
     */
    List<Told> change(@Nullable Long seen, ClassPlan plan, int seats, Duration patience, Instant at) {
        mustBe(seen);
        mustBeOpen(at);
        mustLieAhead(plan, at);
        if (seats < held()) throw new Refusal("seats", "training.seats.below", held());
        var before = plan();
        var changed = plan.changedSince(before);
        if (seats != this.seats) changed.add("seats");
        if (changed.isEmpty()) return List.of();
        this.seats = seats;
        take(plan);
        happened(new ClassChanged(id.value(), changed, at));
        var told = new ArrayList<Told>();
        if (plan.differsForPeople(before)) {
            sequence++;
            participants.forEach(each -> each.offerEndsBy(starts));
            told.addAll(everybody(Occasion.CHANGED, Occasion.CHANGED_WAITING));
            boolean same = host.equals(before.host());
            told.add(new Told(host, same ? Occasion.HOSTS_CHANGED : Occasion.HOSTS));
            if (!same) told.add(new Told(before.host(), Occasion.HOSTS_NO_MORE));
        }
        told.addAll(fill(patience, at));
        return told;
    }

    /** Gives the class more seats or fewer; more are offered to those who wait. */
    List<Told> resize(int seats, Duration patience, Instant at) {
        return change(null, plan(), seats, patience, at);
    }

    /** Cancels it for all. */
    List<Told> cancel(String reason, Instant at) {
        mustBeOpen(at);
        canceledAt = at;
        cancelReason = reason;
        sequence++;
        happened(new ClassCanceled(id.value(), at));
        var told = new ArrayList<>(everybody(Occasion.CANCELED, Occasion.CANCELED_WAITING));
        told.add(new Told(host, Occasion.HOSTS_CANCELED));
        return told;
    }

    /**
     * Notes who came; only once it has begun.
     *
     * @throws ClassOver when it was canceled
     * @throws Refusal when it has not begun
     */
    void note(Set<PersonId> came, Instant at) {
        if (canceledAt != null) throw new ClassOver(true);
        if (at.isBefore(starts)) throw new Refusal("came", "training.attendance.early");
        participants.forEach(each -> each.came(each.standing() == SEATED && came.contains(each.person())));
        attendedAt = at;
        happened(new AttendanceNoted(id.value(), at));
    }

    /** Offers free seats to those who wait longest. */
    private List<Told> fill(Duration patience, Instant at) {
        if (canceledAt != null || !at.isBefore(starts)) return List.of();
        var told = new ArrayList<Told>();
        var until = at.plus(patience).isBefore(starts) ? at.plus(patience) : starts;
        waiting().limit(Math.max(0, seats - held())).toList().forEach(next -> {
            next.offer(until, at);
            happened(new SeatOffered(id.value(), at));
            told.add(new Told(next.person(), Occasion.OFFERED, until));
        });
        return told;
    }

    /** Everybody with a seat, and everybody with an offer or a place on the list. */
    private List<Told> everybody(Occasion seated, Occasion others) {
        return participants.stream()
                .filter(each -> each.standing() != LEFT)
                .sorted(Comparator.comparingInt(Participant::turn))
                .map(each -> new Told(each.person(), each.standing() == SEATED ? seated : others, each.offeredUntil()))
                .toList();
    }

    /** Whoever has a seat, and the host, are reminded before it begins. */
    List<Told> remind(Occasion seated, Occasion hosting) {
        if (canceledAt != null) return List.of();
        var told = new ArrayList<Told>();
        participants.stream()
                .filter(each -> each.standing() == SEATED)
                .forEach(each -> told.add(new Told(each.person(), seated)));
        told.add(new Told(host, hosting));
        return told;
    }

    private void stand(PersonId person, Standing standing, Instant at) {
        int turn = 1 + participants.stream().mapToInt(Participant::turn).max().orElse(0);
        find(person)
                .ifPresentOrElse(
                        known -> known.comeAgain(standing, turn, at),
                        () -> participants.add(new Participant(person, standing, turn, at)));
    }

    private Optional<Participant> find(PersonId person) {
        return participants.stream()
                .filter(each -> each.person().equals(person))
                .findFirst();
    }

    private Stream<Participant> waiting() {
        return participants.stream()
                .filter(each -> each.standing() == WAITING)
                .sorted(Comparator.comparingInt(Participant::turn));
    }

    private boolean hasRoom() {
        return held() < seats && waiting().findAny().isEmpty();
    }

    private int held() {
        return (int) participants.stream()
                .filter(each -> each.standing().holdsASeat())
                .count();
    }

    private void mustBeOpen(Instant at) {
        if (canceledAt != null) throw new ClassOver(true);
        if (!at.isBefore(starts)) throw new ClassOver(false);
    }

    private static void mustLieAhead(ClassPlan plan, Instant at) {
        if (!plan.starts().isAfter(at)) throw new Refusal("day", "training.day.past");
    }

    ClassId id() {
        return id;
    }

    OfferingId offering() {
        return offering;
    }

    ClassPlan plan() {
        return new ClassPlan(title, about, host, starts, minutes, format, place);
    }

    int seats() {
        return seats;
    }

    int sequence() {
        return sequence;
    }

    /** The number of the present state of this person's entry in their calendar; it only ever rises. */
    int sequenceFor(PersonId person) {
        return sequence + find(person).map(Participant::changes).orElse(0);
    }

    @Nullable String cancelReason() {
        return cancelReason;
    }

    /** How this person stands to it; {@code LEFT} also for whoever never came. */
    Standing standingOf(PersonId person) {
        return find(person).map(Participant::standing).orElse(LEFT);
    }
}
