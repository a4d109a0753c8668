package org.ambassadorportal.consultation;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Aggregate;
import org.ambassadorportal.offering.OfferingId;
import org.ambassadorportal.registry.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for advice, a training or a talk. It is pending until the comms team accepts it with a date and a
 * host, or declines it; meanwhile times may be proposed, which the requester agrees to or not. Its booking is a thing
 * of its own, so that times can come from a calendar one day.
 */
@Entity
@Table(name = "consultation_request")
class ConsultationRequest extends Aggregate<ConsultationRequest> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private ConsultationId id;

    @Embedded
    @AttributeOverride(name = "number", column = @Column(name = "reference"))
    private Reference reference;

    @Enumerated(EnumType.STRING)
    private RequestKind offering;

    @Enumerated(EnumType.STRING)
    private RequestState state;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "requester_id"))
    private PersonId requester;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "entered_by_id"))
    private PersonId enteredBy;

    @Embedded
    private Wanted wanted;

    @ElementCollection
    @CollectionTable(name = "consultation_wish", joinColumns = @JoinColumn(name = "request_id"))
    @OrderColumn(name = "place")
    private List<Wish> wishes = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "consultation_account", joinColumns = @JoinColumn(name = "request_id"))
    @AttributeOverride(name = "value", column = @Column(name = "account_id"))
    private Set<AccountId> accounts = new LinkedHashSet<>();

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "offering_id"))
    private @Nullable OfferingId offered;

    private @Nullable String zone;

    @ElementCollection
    @CollectionTable(name = "consultation_guest", joinColumns = @JoinColumn(name = "request_id"))
    @OrderColumn(name = "place")
    private List<Guest> guests = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "consultation_reply", joinColumns = @JoinColumn(name = "request_id"))
    @OrderColumn(name = "place")
    private List<Reply> replies = new ArrayList<>();

    @OneToOne(cascade = CascadeType.ALL)
    @JoinColumn(name = "booking_id")
    private @Nullable Booking booking;

    @SuppressWarnings("UnusedVariable") // kept for the record; figures read it with SQL
    private Instant askedAt;

    /** Moves the version on when only the booking changed. */
    @SuppressWarnings("UnusedVariable")
    private Instant changedAt;

    @SuppressWarnings("UnusedVariable") // read with SQL
    private @Nullable Instant decidedAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "decided_by_id"))
    private @Nullable PersonId decidedBy;

    private @Nullable String reason;

    @Embedded
    @SuppressWarnings("UnusedVariable") // read with SQL
    private @Nullable Outcome outcome;

    @SuppressWarnings("UnusedVariable") // read with SQL
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    @SuppressWarnings("UnusedVariable") // read with SQL
    private @Nullable Helped helped;

    @SuppressWarnings("UnusedVariable") // read with SQL
    private @Nullable String helpedMore;

    private @Nullable Instant helpedAt;

    ConsultationRequest(
            Reference reference,
            RequestKind offering,
            PersonId requester,
            PersonId enteredBy,
            Wanted wanted,
            List<Wish> wishes,
            Set<AccountId> accounts,
            Instant at) {
        id = ConsultationId.next();
        this.reference = reference;
        this.offering = offering;
        this.requester = requester;
        this.enteredBy = enteredBy;
        this.wanted = wanted;
        this.wishes.addAll(wishes);
        this.accounts.addAll(accounts);
        state = RequestState.PENDING;
        askedAt = at;
        changedAt = at;
        happened(new ConsultationAsked(id, at));
    }

    @SuppressWarnings("NullAway.Init")
    protected ConsultationRequest() {}

    /** Keeps what was booked in particular; said once, before it is stored. */
    ConsultationRequest with(Particulars particulars) {
        offered = particulars.offering();
        zone = particulars.zone() == null ? null : particulars.zone().getId();
        guests.addAll(particulars.guests());
        replies.addAll(particulars.replies());
        return this;
    }

    /** The requester chose a free time: it is accepted at once. */
    void book(BookingId as, Slot slot, Why why, List<Letter> letters, Instant at) {
        var accepted = state.to(RequestState.ACCEPTED);
        slot.mustLieAfter(at);
        booking = new Booking(as, slot, why);
        decided(accepted, enteredBy, at);
        happened(new ConsultationBooked(id, letters, at));
    }

    /**
     * The requester chose another free time.
     *
     * @throws AlreadyBegun when the agreed time has come
     */
    void move(Slot slot, Why why, List<Letter> letters, Instant at) {
        var booked = standing(at);
        slot.mustLieAfter(at);
        booked.shift(slot, why);
        changedAt = at;
        happened(new BookingMoved(id, letters, at));
    }

    /** It is too late for the requester to change the booking alone; the host is asked. */
    void askForChange(List<Letter> letters, Instant at) {
        standing(at);
        changedAt = at;
        happened(new ChangeAsked(id, letters, at));
    }

    /**
     * The booking that stands and has not begun.
     *
     * @throws AlreadyDecided when there is none
     * @throws AlreadyBegun when its time has come
     */
    Booking standing(Instant at) {
        if (state != RequestState.ACCEPTED || booking == null) throw new AlreadyDecided(state);
        if (!booking.slot().starts().isAfter(at)) throw new AlreadyBegun();
        return booking;
    }

    /**
     * Accepts it with a date and a host, proposed before or not.
     *
     * @param as under which id the time is taken
     */
    void accept(BookingId as, Terms terms, PersonId by, List<Letter> letters, Instant at) {
        var accepted = state.to(RequestState.ACCEPTED);
        terms.slot().mustLieAfter(at);
        book(as, terms).accept();
        decided(accepted, by, at);
        happened(new ConsultationAccepted(id, letters, at));
    }

    /** Asks the requester whether another time suits; it is kept free until then. */
    void propose(BookingId as, Terms terms, @Nullable Instant heldUntil, List<Letter> letters, Instant at) {
        mustBePending();
        terms.slot().mustLieAfter(at);
        var proposed = book(as, terms);
        if (heldUntil != null) proposed.heldUntil(heldUntil);
        changedAt = at;
        happened(new TimeProposed(id, letters, at));
    }

    /**
     * The requester says yes to the proposed time.
     *
     * @throws NothingProposed when none is proposed, or it has passed meanwhile
     */
    void agree(PersonId by, List<Letter> letters, Instant at) {
        var accepted = state.to(RequestState.ACCEPTED);
        var proposed = proposed();
        if (proposed.hasBegun(at)) throw new NothingProposed();
        proposed.accept();
        decided(accepted, by, at);
        happened(new TimeAgreed(id, letters, at));
    }

    /** The requester says no to the proposed time; the request stays pending. */
    void disagree(List<Letter> letters, Instant at) {
        mustBePending();
        proposed().reject();
        changedAt = at;
        happened(new TimeTurnedDown(id, letters, at));
    }

    /** The requester said yes, but somebody else has the proposed time by now; the request stays pending. */
    void lose(List<Letter> letters, Instant at) {
        mustBePending();
        proposed().reject();
        changedAt = at;
        happened(new TimeGone(id, letters, at));
    }

    /**
     * The team moves what was booked to another time.
     *
     * @throws AlreadyBegun when its time has come
     */
    void shift(Terms terms, List<Letter> letters, Instant at) {
        shiftTo(terms, at);
        happened(new BookingMoved(id, letters, at));
    }

    /**
     * Another host takes it over.
     *
     * @throws AlreadyBegun when its time has come
     */
    void handOver(Terms terms, List<Letter> letters, Instant at) {
        shiftTo(terms, at);
        happened(new BookingHandedOver(id, letters, at));
    }

    private void shiftTo(Terms terms, Instant at) {
        var booked = standing(at);
        terms.slot().mustLieAfter(at);
        booked.shift(terms.slot(), terms.why());
        if (terms.outsideHours()) booked.outsideHours();
        changedAt = at;
    }

    /** The team calls it off for a reason that the guest reads; also afterwards, when it did not take place. */
    void callOff(String reason, List<Letter> letters, Instant at) {
        state = booked().to(RequestState.CANCELED);
        proposed().cancel();
        this.reason = reason;
        changedAt = at;
        happened(new BookingCalledOff(id, letters, at));
    }

    /**
     * Nobody came.
     *
     * @throws NotYetBegun before its beginning
     */
    void miss(List<Letter> letters, Instant at) {
        end(RequestState.NO_SHOW, at);
        happened(new ConsultationMissed(id, letters, at));
    }

    /**
     * It took place.
     *
     * @throws NotYetBegun before its beginning
     */
    void done(Outcome outcome, List<Letter> letters, Instant at) {
        end(RequestState.DONE, at);
        this.outcome = outcome;
        happened(new ConsultationDone(id, letters, at));
    }

    private void end(RequestState how, Instant at) {
        var ended = booked().to(how);
        if (!proposed().hasBegun(at)) throw new NotYetBegun();
        state = ended;
        endedAt = at;
        changedAt = at;
    }

    /** Only what is accepted has a booking that something can come of. */
    private RequestState booked() {
        if (state != RequestState.ACCEPTED) throw new AlreadyDecided(state);
        return state;
    }

    /**
     * The requester says whether it helped.
     *
     * @throws AlreadyAnswered the second time
     */
    void tell(Helped helped, @Nullable String more, List<Letter> letters, Instant at) {
        if (state != RequestState.DONE) throw new AlreadyDecided(state);
        if (helpedAt != null) throw new AlreadyAnswered();
        this.helped = helped;
        helpedMore = more;
        helpedAt = at;
        changedAt = at;
        happened(new HelpTold(id, letters, at));
    }

    /** Declines it for a reason that the requester reads. */
    void decline(String reason, PersonId by, List<Letter> letters, Instant at) {
        var rejected = state.to(RequestState.REJECTED);
        if (booking != null) booking.cancel();
        this.reason = reason;
        decided(rejected, by, at);
        happened(new ConsultationDeclined(id, letters, at));
    }

    /**
     * The requester needs it no longer, before or after it was accepted.
     *
     * @throws AlreadyBegun when the agreed time has come
     */
    void cancel(List<Letter> letters, Instant at) {
        boolean begun = state == RequestState.ACCEPTED
                && booking != null
                && !booking.slot().starts().isAfter(at);
        if (begun) throw new AlreadyBegun();
        state = state.to(RequestState.CANCELED);
        if (booking != null) booking.cancel();
        changedAt = at;
        happened(new ConsultationCanceled(id, letters, at));
    }

    private Booking book(BookingId as, Terms terms) {
        if (booking == null) booking = new Booking(as, terms.slot());
        else booking.move(terms.slot());
        booking.because(terms.why());
        if (terms.outsideHours()) booking.outsideHours();
        return booking;
    }

    /** Under which id a time is taken for it; the same for as long as it lives. */
    BookingId bookingId() {
        return booking == null ? BookingId.next() : booking.id();
    }

    private Booking proposed() {
        if (booking == null) throw new NothingProposed();
        return booking;
    }

    private void decided(RequestState next, PersonId by, Instant at) {
        state = next;
        decidedBy = by;
        decidedAt = at;
        changedAt = at;
    }

    /** Whether this is a time they named themselves; for advice any time is, for they told their wishes in words. */
    boolean asksFor(Instant starts, ZoneId zone) {
        if (offering == RequestKind.CONSULTATION || wishes.isEmpty()) return true;
        var wall = starts.atZone(zone);
        return wishes.stream()
                .anyMatch(wish -> wish.day().equals(wall.toLocalDate())
                        && (wish.time() == null || wish.time().equals(wall.toLocalTime())));
    }

    void mustBePending() {
        if (state != RequestState.PENDING) throw new AlreadyDecided(state);
    }

    /** Refuses a decision that was begun before somebody else changed the request. */
    void mustStillBe(@Nullable Long seen) {
        if (state == RequestState.PENDING) mustBe(seen);
    }

    /** Refuses a change of a booking that was begun before somebody else changed it. */
    void mustBeAsSeen(@Nullable Long seen) {
        if (state == RequestState.ACCEPTED) mustBe(seen);
    }

    ConsultationId id() {
        return id;
    }

    Reference reference() {
        return reference;
    }

    RequestKind offering() {
        return offering;
    }

    RequestState state() {
        return state;
    }

    PersonId requester() {
        return requester;
    }

    PersonId enteredBy() {
        return enteredBy;
    }

    Wanted wanted() {
        return wanted;
    }

    @Nullable PersonId decidedBy() {
        return decidedBy;
    }

    @Nullable String reason() {
        return reason;
    }

    @Nullable Booking booking() {
        return booking;
    }

    /** What was booked; {@code null} where it was asked for without one. */
    @Nullable OfferingId offered() {
        return offered;
    }

    /** The zone in which the requester reads times, if it is not the organization's. */
    @Nullable ZoneId zone() {
        return zone == null ? null : ZoneId.of(zone);
    }

    List<Guest> guests() {
        return List.copyOf(guests);
    }

    /** Whether this person asked, or entered it for the one who did. */
    boolean isOf(PersonId person) {
        return person.equals(requester) || person.equals(enteredBy);
    }

    /** The booking that both sides count on; nothing while it is only proposed, and once it is called off. */
    Optional<Booking> agreed() {
        return state == RequestState.ACCEPTED
                ? Optional.ofNullable(booking).filter(booked -> booked.state() == BookingState.ACCEPTED)
                : Optional.empty();
    }

    /** Whether it takes place, and begins then. */
    boolean standsAt(Instant starts) {
        return agreed().filter(booked -> booked.slot().starts().equals(starts)).isPresent();
    }
}
