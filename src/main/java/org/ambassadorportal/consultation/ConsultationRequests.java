package org.ambassadorportal.consultation;

import java.time.Clock;
import java.util.List;
import org.ambassadorportal.calendar.TeamCalendar;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.NewItem;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.desk.Voice;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.Offered;
import org.ambassadorportal.offering.Offerings;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.organization.Units;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/**
 * Asks, decides, agrees. Each verb stores its own side and tells the desk in one transaction. A reference that is not
 * one of ours, or not this requester's, is {@link NotFound}.
 */
@Service
@Transactional
class ConsultationRequests {

    private final Consultations consultations;
    private final ConsultationLetters letters;
    private final TeamCalendar calendar;
    private final Desk desk;
    private final Units units;
    private final Examination examination;
    private final Offerings offerings;
    private final When when;
    private final Clock clock;

    ConsultationRequests(
            Consultations consultations,
            ConsultationLetters letters,
            TeamCalendar calendar,
            Desk desk,
            Units units,
            Examination examination,
            Offerings offerings,
            When when,
            Clock clock) {
        this.consultations = consultations;
        this.letters = letters;
        this.calendar = calendar;
        this.desk = desk;
        this.units = units;
        this.examination = examination;
        this.offerings = offerings;
        this.when = when;
        this.clock = clock;
    }

    /** What is wrong with the first page, beyond what its annotations say. */
    @ForSignedIn
    @Transactional(readOnly = true)
    void examine(RequestKind offering, AboutForm form, Errors errors) {
        form.check(offering, errors);
        examination.unit(form.unitFor(offering), errors);
        examination.accounts(form.accounts(), errors);
        examination.colleague(form.whom(), form.colleague(), errors);
    }

    /** What is wrong with the second page, beyond what its annotations say. */
    @ForSignedIn
    @Transactional(readOnly = true)
    void examine(RequestKind offering, WhenForm form, Errors errors) {
        form.check(offers(offering), when, clock.instant(), errors);
    }

    /** What is on offer of a kind, in its order. */
    @ForSignedIn
    @Transactional(readOnly = true)
    List<Offered> offers(RequestKind kind) {
        return offerings.active(kind.kind(false));
    }

    /**
     * Takes a request in; the forms were examined.
     *
     * @throws Refusal when a unit, an account or a colleague is no longer what it was
     */
    @ForSignedIn
    Reference ask(PersonId who, RequestKind offering, AboutForm about, WhenForm form) {
        var requester = desk.requester(who, about.whom(), about.colleague());
        var reference = desk.nextReference();
        var request = store(reference, requester, who, offering, about, form);
        var wanted = request.wanted();
        var title = offering == RequestKind.TALK ? wanted.meeting() + ": " + wanted.topic() : wanted.topic();
        desk.receive(new NewItem(reference, offering.key(), title, requester, who, wanted.unit(), about.words()));
        return reference;
    }

    /**
     * Takes in what stands at the desk already, because the team wrote it down; the forms were examined.
     *
     * @throws Refusal when a unit or an account is no longer what it was
     */
    @ForSignedIn
    void takeIn(
            Reference reference,
            PersonId requester,
            PersonId enteredBy,
            RequestKind offering,
            AboutForm about,
            WhenForm form) {
        store(reference, requester, enteredBy, offering, about, form);
    }

    private ConsultationRequest store(
            Reference reference,
            PersonId requester,
            PersonId enteredBy,
            RequestKind offering,
            AboutForm about,
            WhenForm form) {
        var named = about.unitFor(offering);
        var unit = named.isEmpty() ? null : units.chosen("unit", named).id();
        var wanted = wanted(about, form, unit);
        var request = new ConsultationRequest(
                reference, offering, requester, enteredBy, wanted, form.wishes(), about.accountIds(), clock.instant());
        if (offering != RequestKind.CONSULTATION)
            form.among(offers(offering))
                    .ifPresent(offered ->
                            request.with(new Particulars(offered.id(), null, List.of(), form.replied(offered))));
        return consultations.save(request);
    }

    private static Wanted wanted(AboutForm about, WhenForm form, @Nullable UnitId unit) {
        var format = form.format();
        var minutes = form.minutes();
        if (format == null) throw new Refusal("format", "consultation.format.missing");
        if (minutes == null) throw new Refusal("minutes", "consultation.minutes.missing");
        return new Wanted(
                about.forDepartment(),
                unit,
                about.topic(),
                about.words(),
                typed(about.links()),
                typed(about.audience()),
                about.people(),
                typed(about.meeting()),
                typed(about.equipment()),
                format,
                format == Format.PHONE ? null : typed(form.place()),
                format == Format.PHONE ? typed(form.phone()) : null,
                minutes,
                typed(form.times()));
    }

    private static @Nullable String typed(String text) {
        return text.isBlank() ? null : text;
    }

    /** The requester calls off what was accepted. */
    @ForSignedIn
    void callOff(Reference reference, PersonId who) {
        var request = own(reference, who);
        if (request.state() == RequestState.PENDING) throw new AlreadyDecided(request.state());
        // A consultation has a limit up to which it is canceled, on its own page.
        if (request.offering() == RequestKind.CONSULTATION && request.offered() != null) throw new NotFound();
        cancel(request, who);
        desk.say(reference, who, Voice.EVENT, "consultation.event.called-off");
        desk.settle(reference, "canceled", who);
    }

    /**
     * The requester withdrew; the desk settles the item.
     *
     * @throws AlreadyDecided where a time stands: that is canceled instead, up to its limit
     */
    @ForInside
    void withdraw(Reference reference, PersonId by) {
        var request = held(reference);
        request.mustBePending();
        cancel(request, by);
    }

    private void cancel(ConsultationRequest request, PersonId by) {
        request.cancel(letters.canceled(request, by), clock.instant());
        if (request.booking() != null) calendar.release(request.booking().id().value());
        consultations.save(request);
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
}
