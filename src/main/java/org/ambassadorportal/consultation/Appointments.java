package org.ambassadorportal.consultation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.ambassadorportal.calendar.Demand;
import org.ambassadorportal.calendar.Span;
import org.ambassadorportal.calendar.TakenKind;
import org.ambassadorportal.calendar.Taking;
import org.ambassadorportal.calendar.TeamCalendar;
import org.ambassadorportal.calendar.TeamTimes;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.desk.Voice;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.organization.Organization;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a request comes to a time, and what becomes of that: the team accepts or proposes, the requester answers, the
 * team moves it, hands it over, calls it off, and says in the end what came of it. Each verb takes or gives back the
 * host's time, stores its own side and tells the desk in one transaction.
 */
@Service
@Transactional
class Appointments {

    /** For how many working days a proposed time is kept free. */
    private static final int HELD_DAYS = 3;

    private final Consultations consultations;
    private final ConsultationLetters letters;
    private final Demands demands;
    private final TeamCalendar calendar;
    private final Desk desk;
    private final People people;
    private final Organization organization;
    private final Choices choices;
    private final When when;
    private final Clock clock;

    Appointments(
            Consultations consultations,
            ConsultationLetters letters,
            Demands demands,
            TeamCalendar calendar,
            Desk desk,
            People people,
            Organization organization,
            Choices choices,
            When when,
            Clock clock) {
        this.consultations = consultations;
        this.letters = letters;
        this.demands = demands;
        this.calendar = calendar;
        this.desk = desk;
        this.people = people;
        this.organization = organization;
        this.choices = choices;
        this.when = when;
        this.clock = clock;
    }

    /**
     * Accepts with a time, for the host that was named, or else for the fairest who is free.
     *
     * @throws Refusal at the field {@code agreed}, where the requester named other times and has not agreed to this one
     */
    @ForComms
    void accept(Reference reference, PersonId by, SlotForm form) {
        var request = held(reference);
        request.mustStillBe(form.version());
        request.mustBePending();
        boolean theirs = request.asksFor(form.starts(when.zone()), when.zone());
        if (!theirs && !Boolean.TRUE.equals(form.agreed()))
            throw new Refusal("agreed", "consultation.slot.agreed.missing");
        var as = request.bookingId();
        var taken = take(request, form, firmly(request, as));
        var slot = taken.terms().slot();
        var letters = this.letters.accepted(request, as, slot, by, form.message());
        request.accept(as, taken.terms(), by, letters, clock.instant());
        consultations.save(request);
        if (!form.message().isEmpty()) desk.say(reference, by, Voice.REPLY, form.message());
        desk.say(reference, by, Voice.EVENT, "consultation.event.accepted");
        await(request, by);
    }

    /**
     * Asks whether another time suits. The time is kept free for the answer: a few working days, and no longer than
     * until its beginning.
     */
    @ForComms
    void propose(Reference reference, PersonId by, SlotForm form) {
        var request = held(reference);
        request.mustStillBe(form.version());
        request.mustBePending();
        var now = clock.instant();
        var starts = form.starts(when.zone());
        var as = request.bookingId();
        var taken = take(
                request,
                form,
                new Taking(
                        as.value(),
                        TakenKind.HOLD,
                        title(request),
                        path(request),
                        Duration.between(now, heldUntil(starts, now))));
        var until = Objects.requireNonNullElse(taken.expiresAt(), starts);
        var letters = this.letters.proposed(request, taken.terms().slot(), by, form.message(), until);
        request.propose(as, taken.terms(), until, letters, now);
        consultations.save(request);
        if (!form.message().isEmpty()) desk.say(reference, by, Voice.REPLY, form.message());
        desk.say(reference, by, Voice.EVENT, "consultation.event.proposed");
        desk.awaitRequester(reference, by);
    }

    private Instant heldUntil(Instant starts, Instant now) {
        if (!starts.isAfter(now)) throw new Refusal("day", "consultation.slot.past");
        var facts = organization.facts();
        var day = Duration.between(facts.hours().opens(), facts.hours().closes());
        var until = facts.hours().after(now, day.multipliedBy(HELD_DAYS), facts.zone());
        return until.isBefore(starts) ? until : starts;
    }

    /** Declines for a reason. */
    @ForComms
    void decline(Reference reference, PersonId by, DeclineForm form) {
        var request = held(reference);
        request.mustStillBe(form.version());
        request.decline(form.reason(), by, letters.declined(request, by, form.reason()), clock.instant());
        giveBack(request);
        consultations.save(request);
        desk.say(reference, by, Voice.REPLY, form.reason());
        desk.settle(reference, "declined", by);
    }

    /**
     * The requester says yes to the proposed time.
     *
     * @throws org.ambassadorportal.calendar.TimeTaken when it was no longer held and somebody else has it; then
     *     {@link #lose} says so
     */
    @ForSignedIn
    void agree(Reference reference, PersonId who, AnswerForm form) {
        var request = own(reference, who);
        request.mustStillBe(form.version());
        var booking = proposed(request);
        var slot = booking.slot();
        if (booking.hasBegun(clock.instant())) throw new NothingProposed();
        var taking = firmly(request, booking.id());
        var demand = demands.of(request, slot);
        // While it is held it is theirs, whatever became of the host's hours.
        boolean anyway =
                booking.isOutsideHours() || calendar.held(taking.owner()).isPresent();
        if (anyway) calendar.takeAnyway(demand, slot.starts(), taking, slot.host());
        else calendar.take(demand.by(slot.host()), slot.starts(), taking, null);
        request.agree(who, letters.agreed(request, slot, who), clock.instant());
        consultations.save(request);
        if (!form.message().isEmpty()) desk.say(reference, who, Voice.REQUESTER, form.message());
        desk.say(reference, who, Voice.EVENT, "consultation.event.agreed");
        await(request, who);
    }

    /** The requester said yes too late: the time is somebody else's, and the item the team's again. */
    @ForSignedIn
    void lose(Reference reference, PersonId who, AnswerForm form) {
        var request = own(reference, who);
        var slot = proposed(request).slot();
        request.lose(letters.lost(request, slot, who, form.message()), clock.instant());
        giveBack(request);
        consultations.save(request);
        if (!form.message().isEmpty()) desk.say(reference, who, Voice.REQUESTER, form.message());
        desk.say(reference, who, Voice.EVENT, "consultation.event.time-gone");
        desk.resume(reference, who);
    }

    /** The requester says no to the proposed time; the item is the team's again. */
    @ForSignedIn
    void disagree(Reference reference, PersonId who, AnswerForm form) {
        var request = own(reference, who);
        request.mustStillBe(form.version());
        var slot = proposed(request).slot();
        request.disagree(letters.turnedDown(request, slot, who, form.message()), clock.instant());
        giveBack(request);
        consultations.save(request);
        if (!form.message().isEmpty()) desk.say(reference, who, Voice.REQUESTER, form.message());
        desk.say(reference, who, Voice.EVENT, "consultation.event.turned-down");
        desk.resume(reference, who);
    }

    /** Moves what was booked to another time of its host. */
    @ForComms
    void move(Reference reference, PersonId by, MoveForm form) {
        var request = held(reference);
        request.mustBeAsSeen(form.version());
        var booking = request.standing(clock.instant());
        var before = booking.slot();
        if (!isOfTheTeam(before.host())) throw new Refusal("starts", "consultation.move.host-gone");
        var wanted = new SlotForm(
                form.starts(),
                form.day(),
                form.time(),
                before.minutes(),
                before.host().toString(),
                before.format(),
                Objects.requireNonNullElse(before.place(), ""),
                form.message(),
                form.anyway(),
                false,
                null);
        var taken = take(request, wanted, firmly(request, booking.id()));
        var slot = taken.terms().slot();
        request.shift(
                new Terms(slot, booking.why(), taken.terms().outsideHours()),
                letters.shifted(request, before, slot, by, form.message()),
                clock.instant());
        consultations.save(request);
        if (!form.message().isEmpty()) desk.say(reference, by, Voice.REPLY, form.message());
        desk.say(reference, by, Voice.EVENT, "consultation.event.moved");
        await(request, by);
    }

    /** Gives what was booked to another host, who is free then. */
    @ForComms
    void handOver(Reference reference, PersonId by, HandOverForm form) {
        var request = held(reference);
        request.mustBeAsSeen(form.version());
        var booking = request.standing(clock.instant());
        var before = booking.slot();
        var to = Objects.requireNonNull(form.host());
        var demand = demands.of(request, before);
        var look = look(before.starts(), booking.id());
        if (to.equals(before.host())
                || !demand.mayBeHostedBy(to)
                || !look.free(demand.by(to), before.starts()).contains(to))
            throw new Refusal("host", "consultation.hand-over.not-free");
        calendar.handOver(demand, before.starts(), firmly(request, booking.id()), to);
        // A video address is the first host's own; the second has another.
        boolean hosts = before.format() == Format.VIDEO && Objects.equals(before.place(), look.video(before.host()));
        var place = hosts ? look.video(to) : before.place();
        var after = new Slot(before.starts(), before.minutes(), to, before.format(), place);
        request.handOver(
                new Terms(after, null, false),
                letters.handedOver(request, before, after, by, form.word()),
                clock.instant());
        consultations.save(request);
        if (!form.word().isEmpty()) desk.say(reference, by, Voice.REPLY, form.word());
        desk.say(reference, by, to, "consultation.event.handed-over");
        await(request, by);
    }

    /** Calls it off for a reason. */
    @ForComms
    void callOff(Reference reference, PersonId by, CallOffForm form) {
        var request = held(reference);
        request.mustBeAsSeen(form.version());
        var agreed = request.agreed().orElseThrow(() -> new AlreadyDecided(request.state()));
        request.callOff(form.reason(), letters.calledOff(request, agreed.slot(), by, form.reason()), clock.instant());
        giveBack(request);
        consultations.save(request);
        desk.say(reference, by, Voice.REPLY, form.reason());
        desk.settle(reference, "canceled", by);
    }

    /** Nobody came. */
    @ForComms
    void miss(Reference reference, PersonId by, @Nullable Long seen) {
        var request = held(reference);
        request.mustBeAsSeen(seen);
        request.miss(letters.missed(request, booked(request).slot(), by), clock.instant());
        consultations.save(request);
        desk.settle(reference, "no-show", by);
    }

    /** It took place, and this came of it. */
    @ForComms
    void done(Reference reference, PersonId by, DoneForm form) {
        var request = held(reference);
        request.mustBeAsSeen(form.version());
        var outcome = form.outcome();
        request.done(outcome, letters.done(request, booked(request).slot(), outcome, by), clock.instant());
        consultations.save(request);
        desk.settle(reference, "done", by);
    }

    /** The requester says whether it helped, once. */
    @ForSignedIn
    void tell(Reference reference, PersonId who, FeedbackForm form) {
        var request = asked(reference, who);
        var slot = booked(request).slot();
        var helped = Objects.requireNonNull(form.helped());
        request.tell(
                helped,
                form.more().isEmpty() ? null : form.more(),
                letters.helped(request, slot, helped, form.more()),
                clock.instant());
        consultations.save(request);
    }

    /** A time that was taken for a request. */
    private record Taken(Terms terms, @Nullable Instant expiresAt) {}

    private Taken take(ConsultationRequest request, SlotForm form, Taking taking) {
        var starts = form.starts(when.zone());
        if (!starts.isAfter(clock.instant())) throw new Refusal("day", "consultation.slot.past");
        var format = Objects.requireNonNull(form.format());
        var demand = demands.of(request, Objects.requireNonNull(form.minutes()), format);
        var host = form.chosenHost();
        if (host != null && !isOfTheTeam(host)) throw new Refusal("host", "consultation.slot.host.unknown");
        var look = calendar.look(Span.of(starts, Duration.ofMinutes(1)), taking.owner());
        if (Boolean.TRUE.equals(form.anyway())) {
            if (host == null) throw new Refusal("host", "consultation.slot.host.anyway");
            var given = calendar.takeAnyway(demand, starts, taking, host);
            boolean outside = !look.free(demand.by(host), starts).contains(host);
            return new Taken(new Terms(slot(form, starts, host, look), null, outside), given.expiresAt());
        }
        mustBeFree(demand, starts, host, look);
        var why = look.fairest(demand, starts)
                .filter(fairest -> host == null || fairest.host().equals(host))
                .map(Why::of)
                .orElse(null);
        var given = calendar.take(host == null ? demand : demand.by(host), starts, taking, null);
        return new Taken(
                new Terms(slot(form, starts, given.host(), look), host == null ? Why.of(given) : why, false),
                given.expiresAt());
    }

    private boolean isOfTheTeam(PersonId host) {
        return people.commsTeam().stream().anyMatch(member -> member.id().equals(host));
    }

    private static void mustBeFree(Demand demand, Instant starts, @Nullable PersonId host, TeamTimes look) {
        if (host == null) {
            if (look.free(demand, starts).isEmpty()) throw new Refusal("starts", "consultation.slot.nobody");
            return;
        }
        if (!demand.mayBeHostedBy(host)) throw new Refusal("starts", "consultation.slot.host.other");
        if (!look.free(demand.by(host), starts).contains(host))
            throw new Refusal("starts", "consultation.slot.not-free");
    }

    /** By video one meets at the host's own address, unless another was given. */
    private static Slot slot(SlotForm form, Instant starts, PersonId host, TeamTimes look) {
        var format = Objects.requireNonNull(form.format());
        var place = form.place().isEmpty() ? null : form.place();
        if (place == null && format == Format.VIDEO) place = look.video(host);
        return new Slot(starts, Objects.requireNonNull(form.minutes()), host, format, place);
    }

    private TeamTimes look(Instant starts, BookingId but) {
        return calendar.look(Span.of(starts, Duration.ofMinutes(1)), but.value());
    }

    private Taking firmly(ConsultationRequest request, BookingId as) {
        var kind = request.offering() == RequestKind.CONSULTATION ? TakenKind.BOOKING : TakenKind.TALK;
        return Taking.firmly(as.value(), kind, title(request), path(request));
    }

    private String title(ConsultationRequest request) {
        var wanted = request.wanted();
        var about = wanted.meeting() == null ? wanted.topic() : wanted.meeting();
        return choices.say("consultation.calendar." + request.offering().key(), about);
    }

    private static String path(ConsultationRequest request) {
        return "/desk/" + request.offering().key() + "/" + request.reference();
    }

    /** The item waits for the end of the booking. */
    private void await(ConsultationRequest request, PersonId by) {
        var booking = booked(request);
        desk.give(request.reference(), booking.slot().host(), by);
        desk.awaitDate(request.reference(), booking.ends());
    }

    private void giveBack(ConsultationRequest request) {
        if (request.booking() != null) calendar.release(request.booking().id().value());
    }

    private static Booking booked(ConsultationRequest request) {
        if (request.booking() == null) throw new AlreadyDecided(request.state());
        return request.booking();
    }

    private static Booking proposed(ConsultationRequest request) {
        var booking = request.booking();
        if (booking == null || booking.state() != BookingState.PENDING) {
            request.mustBePending();
            throw new NothingProposed();
        }
        return booking;
    }

    private ConsultationRequest held(Reference reference) {
        return consultations.held(reference).orElseThrow(NotFound::new);
    }

    private ConsultationRequest own(Reference reference, PersonId who) {
        return consultations
                .held(reference)
                .filter(request -> request.isOf(who))
                .orElseThrow(NotFound::new);
    }

    /** Only whoever it was for can say whether it helped. */
    private ConsultationRequest asked(Reference reference, PersonId who) {
        return consultations
                .held(reference)
                .filter(request -> request.requester().equals(who))
                .orElseThrow(NotFound::new);
    }
}
