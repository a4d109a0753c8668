package org.ambassadorportal.consultation;

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
import org.ambassadorportal.calendar.FairShare;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.offering.Format;
import org.jspecify.annotations.Nullable;

/**
 * A time that was proposed or agreed. It keeps its id however often it is moved; its sequence rises with every change,
 * so that calendars know the newer word.
 */
@Entity
@Table(name = "consultation_booking")
class Booking {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private BookingId id;

    @Enumerated(EnumType.STRING)
    private BookingState state;

    private Instant startsAt;
    private int minutes;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "host_id"))
    private PersonId host;

    @Enumerated(EnumType.STRING)
    private Format format;

    private @Nullable String place;
    private int sequence;

    @Enumerated(EnumType.STRING)
    private FairShare.@Nullable Reason chosenReason;

    private @Nullable Integer chosenRecent;

    private boolean outsideHours;

    /** Until when a proposed time is kept free. */
    @SuppressWarnings("UnusedVariable") // read with SQL
    private @Nullable Instant heldUntil;

    /** A booking that begins as a proposal; its id is that under which the time is held. */
    Booking(BookingId id, Slot slot) {
        this.id = id;
        state = BookingState.PENDING;
        startsAt = slot.starts();
        minutes = slot.minutes();
        host = slot.host();
        format = slot.format();
        place = slot.place();
    }

    /** A free time that was chosen and stands at once; its id is that under which the time was held. */
    Booking(BookingId id, Slot slot, Why why) {
        this(id, slot);
        state = BookingState.ACCEPTED;
        chosenReason = why.reason();
        chosenRecent = why.recent();
    }

    @SuppressWarnings("NullAway.Init")
    protected Booking() {}

    /** Moves it to another time or host; it stands as before. */
    void shift(Slot slot, @Nullable Why why) {
        if (state != BookingState.ACCEPTED) throw new NothingProposed();
        outsideHours = false;
        startsAt = slot.starts();
        minutes = slot.minutes();
        host = slot.host();
        format = slot.format();
        place = slot.place();
        because(why);
        sequence++;
    }

    /** Remembers why it went to its host; {@code null} where the team chose. */
    void because(@Nullable Why why) {
        chosenReason = why == null ? null : why.reason();
        chosenRecent = why == null ? null : why.recent();
    }

    /** Remembers that its time lies outside of its host's hours, and that the team knew. */
    void outsideHours() {
        outsideHours = true;
    }

    /** Remembers until when a proposed time is kept free. */
    void heldUntil(Instant until) {
        heldUntil = until;
    }

    /** Moves it to another time, which is then a proposal again. */
    void move(Slot slot) {
        state = state.to(BookingState.PENDING);
        startsAt = slot.starts();
        minutes = slot.minutes();
        host = slot.host();
        format = slot.format();
        place = slot.place();
        because(null);
        outsideHours = false;
        heldUntil = null;
        sequence++;
    }

    void accept() {
        if (state != BookingState.PENDING) throw new NothingProposed();
        state = state.to(BookingState.ACCEPTED);
        heldUntil = null;
    }

    void reject() {
        if (state != BookingState.PENDING) throw new NothingProposed();
        state = state.to(BookingState.REJECTED);
        heldUntil = null;
        sequence++;
    }

    /** Calls it off, wherever it stands; once is enough. */
    void cancel() {
        if (state == BookingState.CANCELED) return;
        state = BookingState.CANCELED;
        sequence++;
    }

    BookingId id() {
        return id;
    }

    BookingState state() {
        return state;
    }

    boolean isOutsideHours() {
        return outsideHours;
    }

    boolean hasBegun(Instant at) {
        return !startsAt.isAfter(at);
    }

    /** When it ends. */
    Instant ends() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }

    int sequence() {
        return sequence;
    }

    /** Why it went to its host; {@code null} where the team chose. */
    @Nullable Why why() {
        return chosenReason == null ? null : new Why(chosenReason, chosenRecent == null ? 0 : chosenRecent);
    }

    Slot slot() {
        return new Slot(startsAt, minutes, host, format, place);
    }
}
