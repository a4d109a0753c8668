package org.ambassadorportal.consultation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.ambassadorportal.calendar.Demand;
import org.ambassadorportal.calendar.Given;
import org.ambassadorportal.calendar.TakenKind;
import org.ambassadorportal.calendar.Taking;
import org.ambassadorportal.calendar.TeamCalendar;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.desk.Voice;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.Offered;
import org.ambassadorportal.offering.Offerings;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the requester changes about a booking that stands: another free time, or none. Up to the offering's limit; after
 * it the host is asked. Who may is asked by {@link Doors}.
 */
@Service
@Transactional
@ForInside
class BookingChanges {

    private final Consultations consultations;
    private final ConsultationLetters letters;
    private final TeamCalendar calendar;
    private final FreeDays freeDays;
    private final Offerings offerings;
    private final Desk desk;
    private final Choices choices;
    private final When when;
    private final Clock clock;

    BookingChanges(
            Consultations consultations,
            ConsultationLetters letters,
            TeamCalendar calendar,
            FreeDays freeDays,
            Offerings offerings,
            Desk desk,
            Choices choices,
            When when,
            Clock clock) {
        this.consultations = consultations;
        this.letters = letters;
        this.calendar = calendar;
        this.freeDays = freeDays;
        this.offerings = offerings;
        this.desk = desk;
        this.choices = choices;
        this.when = when;
        this.clock = clock;
    }

    /**
     * The free times to which a booking may be moved.
     *
     * @param taken a time that was just taken: the next ones after it are listed
     * @throws TooLateToChange when the host has to be asked
     */
    @Transactional(readOnly = true)
    TimePage times(Door door, TimeQuery query, @Nullable Instant taken) {
        return freeDays.page(asker(door), query, taken);
    }

    /**
     * Whether the requester may still change it alone.
     *
     * @throws TooLateToChange when the host has to be asked
     */
    @Transactional(readOnly = true)
    void mustBeInTime(Reference reference) {
        var request = consultations.findByReference(reference).orElseThrow(NotFound::new);
        mustBeInTime(request.standing(clock.instant()), offered(request));
    }

    private FreeDays.Asker asker(Door door) {
        var request = consultations.findByReference(door.reference()).orElseThrow(NotFound::new);
        var booking = request.standing(clock.instant());
        var offered = offered(request);
        mustBeInTime(booking, offered);
        return new FreeDays.Asker(
                demand(offered, booking.slot()),
                booking.id().value(),
                door.path() + "/move",
                booking.slot().host(),
                request.zone());
    }

    /**
     * Moves a booking to another free time, with the same host if that one is free.
     *
     * @throws Refusal at the field {@code starts}, where the time cannot be had
     * @throws TooLateToChange when the host has to be asked
     */
    void move(Reference reference, PersonId by, Instant starts) {
        var request = held(reference);
        var now = clock.instant();
        var booking = request.standing(now);
        var before = booking.slot();
        var offered = offered(request);
        mustBeInTime(booking, offered);
        if (before.starts().equals(starts)) throw new Refusal("starts", "booking.time.same");
        var demand = demand(offered, before);
        freeDays.mustBeBookable(demand, starts);
        var given = calendar.take(demand, starts, firmly(request, booking), before.host());
        var slot = slot(before, given);
        request.move(slot, Why.of(given), letters.moved(request, booking, slot, by), now);
        consultations.save(request);
        desk.awaitDate(reference, starts.plus(Duration.ofMinutes(slot.minutes())));
        desk.give(reference, slot.host(), by);
        desk.say(reference, by, Voice.EVENT, "consultation.event.moved");
    }

    /**
     * Cancels a booking; its time is free again at once.
     *
     * @throws TooLateToChange when the host has to be asked
     */
    void cancel(Reference reference, PersonId by) {
        var request = held(reference);
        var now = clock.instant();
        var booking = request.standing(now);
        mustBeInTime(booking, offered(request));
        request.cancel(letters.calledOff(request, booking, by), now);
        consultations.save(request);
        calendar.release(booking.id().value());
        desk.say(reference, by, Voice.EVENT, "consultation.event.called-off");
        desk.settle(reference, "canceled", by);
    }

    /** Asks the host to move it or to call it off; the item is the team's again. */
    void askHost(Reference reference, PersonId by, String words) {
        var request = held(reference);
        var now = clock.instant();
        var booking = request.standing(now);
        request.askForChange(letters.changeAsked(request, booking.slot(), by, words), now);
        consultations.save(request);
        desk.say(reference, by, Voice.REQUESTER, words);
        desk.resume(reference, by);
    }

    private Offered offered(ConsultationRequest request) {
        var id = request.offered();
        // A talk or a training at a group's own time is moved by the team.
        if (id == null || request.offering() != RequestKind.CONSULTATION) throw new NotFound();
        return offerings.get(id);
    }

    private void mustBeInTime(Booking booking, Offered offered) {
        var limit = offered.rules().changeLimit();
        if (clock.instant().isAfter(booking.slot().starts().minus(limit))) throw new TooLateToChange(when.span(limit));
    }

    private static Demand demand(Offered offered, Slot slot) {
        return Demand.of(offered, slot.minutes(), slot.format());
    }

    private Taking firmly(ConsultationRequest request, Booking booking) {
        return Taking.firmly(
                booking.id().value(),
                TakenKind.BOOKING,
                choices.say("booking.calendar.title", request.wanted().topic()),
                "/desk/" + request.offering().key() + "/" + request.reference());
    }

    private Slot slot(Slot before, Given given) {
        boolean another = !given.host().equals(before.host());
        return new Slot(
                given.starts(),
                before.minutes(),
                given.host(),
                before.format(),
                another && before.format() == Format.VIDEO ? video(given.host()) : before.place());
    }

    private @Nullable String video(PersonId host) {
        return calendar.videoAddress(Objects.requireNonNull(host)).orElse(null);
    }

    private ConsultationRequest held(Reference reference) {
        return consultations.held(reference).orElseThrow(NotFound::new);
    }
}
