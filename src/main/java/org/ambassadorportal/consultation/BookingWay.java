package org.ambassadorportal.consultation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ambassadorportal.calendar.Given;
import org.ambassadorportal.calendar.TakenKind;
import org.ambassadorportal.calendar.Taking;
import org.ambassadorportal.calendar.TeamCalendar;
import org.ambassadorportal.calendar.TimeTaken;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.Drafts;
import org.ambassadorportal.desk.NewItem;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.Submissions;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.Offered;
import org.ambassadorportal.offering.OfferingKind;
import org.ambassadorportal.offering.Offerings;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.organization.Units;
import org.ambassadorportal.organization.When;
import org.ambassadorportal.registry.AccountChoice;
import org.ambassadorportal.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.SmartValidator;

/**
 * The way from the first question to a booked time: keeps each page, holds the time that was chosen, checks all, books
 * once. The id of the draft is the owner of the held time, and of the booking it becomes.
 */
@Service
@Transactional
class BookingWay {

    private static final String FORM = RequestKind.CONSULTATION.key();

    private final Drafts drafts;
    private final Offerings offerings;
    private final TeamCalendar calendar;
    private final FreeDays freeDays;
    private final Consultations consultations;
    private final ConsultationLetters letters;
    private final Desk desk;
    private final Units units;
    private final Registry registry;
    private final Examination examination;
    private final Submissions submissions;
    private final SmartValidator validator;
    private final Choices choices;
    private final When when;
    private final JdbcClient database;
    private final Clock clock;

    BookingWay(
            Drafts drafts,
            Offerings offerings,
            TeamCalendar calendar,
            FreeDays freeDays,
            Consultations consultations,
            ConsultationLetters letters,
            Desk desk,
            Units units,
            Registry registry,
            Examination examination,
            Submissions submissions,
            SmartValidator validator,
            Choices choices,
            When when,
            JdbcClient database,
            Clock clock) {
        this.drafts = drafts;
        this.offerings = offerings;
        this.calendar = calendar;
        this.freeDays = freeDays;
        this.consultations = consultations;
        this.letters = letters;
        this.desk = desk;
        this.units = units;
        this.registry = registry;
        this.examination = examination;
        this.submissions = submissions;
        this.validator = validator;
        this.choices = choices;
        this.when = when;
        this.database = database;
        this.clock = clock;
    }

    /** The draft of this person, and what can be booked by choosing a free time. */
    @ForSignedIn
    @Transactional(readOnly = true)
    OpenDraft open(PersonId who) {
        var offers = offerings.active().stream()
                .filter(offered -> offered.kind().isBookedDirectly())
                .toList();
        return new OpenDraft(draft(who).orElse(null), offers);
    }

    private Optional<Drafts.Draft<BookDraft>> draft(PersonId who) {
        return drafts.find(who, FORM, BookDraft.class);
    }

    /** Keeps the first page as it was typed. */
    @ForSignedIn
    void keep(PersonId who, WhatForm form) {
        keep(who, present(who), present(who).with(form));
    }

    /** Keeps the second page as it was typed. */
    @ForSignedIn
    void keep(PersonId who, MatterForm form) {
        keep(who, present(who), present(who).with(form));
    }

    /** No time suits: keeps the wishes, and gives a time back that was held. */
    @ForSignedIn
    void keep(PersonId who, WishForm form) {
        release(who);
        drafts.keep(who, FORM, present(who).with(form));
    }

    /** A time that was chosen for other terms is given back. */
    private void keep(PersonId who, BookDraft before, BookDraft after) {
        boolean stays = after.chosen() == null || after.needsTheSameTimeAs(before);
        if (!stays) release(who);
        drafts.keep(who, FORM, stays ? after : after.withoutTime());
    }

    private void release(PersonId who) {
        draft(who).ifPresent(draft -> calendar.release(UUID.fromString(draft.key())));
    }

    private BookDraft present(PersonId who) {
        return draft(who).map(Drafts.Draft::answers).orElse(BookDraft.EMPTY);
    }

    /** What is wrong with the first page, beyond what its annotations say. */
    @ForSignedIn
    @Transactional(readOnly = true)
    void examine(OpenDraft open, WhatForm form, Errors errors) {
        form.check(open.offers(), errors);
        boolean department = form.chosen(open.offers())
                .filter(offered -> offered.kind() == OfferingKind.DEPARTMENT)
                .isPresent();
        if (department) examination.unit(form.unit(), errors);
        examination.colleague(form.whom(), form.colleague(), errors);
    }

    /** What is wrong with the second page, beyond what its annotations say. */
    @ForSignedIn
    @Transactional(readOnly = true)
    void examine(Offered offered, MatterForm form, Errors errors) {
        form.check(offered, errors);
        examination.accounts(form.accounts(), errors);
    }

    /** Everything that is wrong with the first page as it was kept. */
    @ForSignedIn
    @Transactional(readOnly = true)
    BindingResult errors(OpenDraft open, WhatForm form) {
        var errors = new BeanPropertyBindingResult(form, "whatForm");
        validator.validate(form, errors);
        examine(open, form, errors);
        return errors;
    }

    /** Everything that is wrong with the second page as it was kept. */
    @ForSignedIn
    @Transactional(readOnly = true)
    BindingResult errors(Offered offered, MatterForm form) {
        var errors = new BeanPropertyBindingResult(form, "matterForm");
        validator.validate(form, errors);
        examine(offered, form, errors);
        return errors;
    }

    private boolean wrong(WishForm form) {
        var errors = new BeanPropertyBindingResult(form, "wishForm");
        validator.validate(form, errors);
        return errors.hasErrors();
    }

    /** The first page that is not answered well; the last page when all are. */
    @ForSignedIn
    @Transactional(readOnly = true)
    BookStep next(OpenDraft open) {
        var answers = open.answers();
        var offered = open.offered();
        if (answers.what() == null
                || offered == null
                || errors(open, answers.what()).hasErrors()) return BookStep.WHAT;
        if (answers.matter() == null || errors(offered, answers.matter()).hasErrors()) return BookStep.ABOUT;
        boolean timed = answers.chosen() != null || (answers.wish() != null && !wrong(answers.wish()));
        return timed ? BookStep.CHECK : BookStep.TIME;
    }

    /** The host somebody had last, as long as they may host this again. */
    @ForSignedIn
    @Transactional(readOnly = true)
    Optional<HostBefore> hostBefore(PersonId who, OpenDraft open) {
        var offered = Objects.requireNonNull(open.offered());
        return database.sql("""
                        select p.id, p.name from consultation_request r
                        join consultation_booking b on b.id = r.booking_id
                        join person p on p.id = b.host_id
                        where r.requester_id = ? and r.state = 'ACCEPTED' and not p.disabled
                            and p.role in ('COMMS', 'ADMIN')
                        order by b.starts_at desc limit 1""")
                .param(who.value())
                .query((row, number) ->
                        new HostBefore(new PersonId(row.getObject("id", UUID.class)), row.getString("name")))
                .optional()
                .filter(host -> offered.mayBeHostedBy(host.id()));
    }

    /**
     * The free times for a draft that says what they are needed for.
     *
     * @param taken a time that was just taken: the next ones after it are listed
     */
    @ForSignedIn
    @Transactional(readOnly = true)
    TimePage times(OpenDraft open, @Nullable HostBefore before, TimeQuery query, @Nullable Instant taken) {
        var chosen = open.answers().chosen();
        var asker = new FreeDays.Asker(
                open.demand(),
                open.owner(),
                BookStep.TIME.path(),
                before == null ? null : before.id(),
                chosen == null ? null : chosen.zoneId());
        return freeDays.page(asker, query, taken);
    }

    /** The next free times, where the chosen one was taken. */
    @ForSignedIn
    @Transactional(readOnly = true)
    List<TimePage.Time> nextTimes(OpenDraft open, Instant taken) {
        return freeDays.next(new FreeDays.Asker(open.demand(), open.owner(), BookStep.TIME.path(), null, null), taken);
    }

    /** The answers in words, as they would be sent. */
    @ForSignedIn
    @Transactional(readOnly = true)
    List<Answer> answers(OpenDraft open) {
        var draft = open.answers();
        var offered = Objects.requireNonNull(open.offered());
        var what = Objects.requireNonNull(draft.what());
        var matter = Objects.requireNonNull(draft.matter());
        var rows = new ArrayList<Answer>();
        add(rows, BookStep.WHAT, "offering", offered.name());
        if (offered.kind() == OfferingKind.DEPARTMENT) {
            add(rows, BookStep.WHAT, "unit", what.unit());
            add(rows, BookStep.WHAT, "guests", lines(what.guestsFor(offered), BookingWay::inWords));
        }
        if (what.whom().equals("colleague")) add(rows, BookStep.WHAT, "colleague", what.colleague());
        add(rows, BookStep.ABOUT, "topic", matter.topic());
        add(rows, BookStep.ABOUT, "words", matter.words());
        add(rows, BookStep.ABOUT, "links", matter.links());
        add(rows, BookStep.ABOUT, "accounts", accounts(matter));
        var replied = lines(matter.replied(offered), reply -> reply.question() + " " + reply.answer());
        if (!offered.questions().isEmpty()) add(rows, BookStep.ABOUT, "replies", replied);
        var format = Objects.requireNonNull(matter.format());
        add(rows, BookStep.ABOUT, "format", choices.format(format));
        if (format == Format.PHONE) add(rows, BookStep.ABOUT, "phone", matter.phone());
        if (format == Format.IN_PERSON) add(rows, BookStep.ABOUT, "place", place(matter, offered));
        add(
                rows,
                BookStep.ABOUT,
                "minutes",
                choices.say("consultation.length", Objects.requireNonNull(matter.minutes())));
        return rows;
    }

    private static void add(List<Answer> rows, BookStep step, String field, String text) {
        var path = step.path() + "?then=check#" + field;
        rows.add(new Answer("booking.said." + field, text.lines().toList(), path));
    }

    private static String inWords(Guest guest) {
        return guest.mail() == null || guest.mail().equals(guest.name())
                ? guest.name()
                : guest.name() + " (" + guest.mail() + ")";
    }

    private static <T> String lines(List<T> all, Function<T, String> words) {
        return all.stream().map(words).collect(Collectors.joining("\n"));
    }

    private String accounts(MatterForm matter) {
        if (matter.accounts().isEmpty()) return "";
        return registry.published().stream()
                .filter(account -> matter.accounts().contains(account.value()))
                .map(AccountChoice::label)
                .collect(Collectors.joining("\n"));
    }

    /**
     * Holds a free time while the form is finished.
     *
     * @throws Refusal at the field {@code starts}, where the time cannot be had
     */
    @ForSignedIn
    void choose(PersonId who, Instant starts, boolean same, @Nullable ZoneId zone) {
        var open = open(who);
        var demand = open.demand();
        freeDays.mustBeBookable(demand, starts);
        var wished = same ? hostBefore(who, open).orElse(null) : null;
        var title = choices.say("booking.held.title", topic(open.answers()));
        var given =
                calendar.take(demand, starts, Taking.hold(open.owner(), title), wished == null ? null : wished.id());
        var abroad = zone == null || zone.equals(when.zone()) ? null : zone;
        drafts.keep(who, FORM, open.answers().with(Chosen.of(given, same, abroad)));
    }

    private static String topic(BookDraft answers) {
        return Objects.requireNonNull(answers.matter()).topic();
    }

    /**
     * Holds the chosen time for five more minutes, also when the first five are over and it is still free.
     *
     * @throws TimeTaken when somebody else has it meanwhile
     */
    @ForSignedIn
    void keepHolding(PersonId who) {
        var open = open(who);
        var chosen = open.answers().chosen();
        if (chosen == null) throw new NothingToSend();
        if (calendar.extend(open.owner()).isEmpty()) choose(who, chosen.starts(), chosen.same(), chosen.zoneId());
    }

    /** The time that is held for this draft, if it still is. */
    @ForSignedIn
    @Transactional(readOnly = true)
    Optional<Given> held(OpenDraft open) {
        var chosen = open.answers().chosen();
        if (chosen == null) return Optional.empty();
        return calendar.held(open.owner()).filter(given -> given.starts().equals(chosen.starts()));
    }

    /**
     * Books the chosen time, or asks for one in words; sent twice, it becomes one request.
     *
     * @param key of the draft, as the page carried it
     * @param instead another free time, where the chosen one was taken
     * @return the address of what comes next
     * @throws NothingToSend where there is no draft, or none that can be sent
     * @throws Refusal at the field {@code starts}, where the time cannot be had any more
     */
    @ForSignedIn
    String send(PersonId who, @Nullable String key, @Nullable Instant instead) {
        return submissions.once(key, () -> {
            var open = open(who);
            if (next(open) != BookStep.CHECK) throw new NothingToSend();
            var chosen = open.answers().chosen();
            var path = chosen == null ? wish(who, open) : book(who, open, chosen, instead);
            drafts.forget(who, FORM);
            return path;
        });
    }

    private String wish(PersonId who, OpenDraft open) {
        var reference = desk.nextReference();
        var request = request(who, reference, open, null);
        consultations.save(request);
        desk.receive(item(request));
        return Desk.DONE.replace("{ref}", reference.toString());
    }

    private String book(PersonId who, OpenDraft open, Chosen chosen, @Nullable Instant instead) {
        var answers = open.answers();
        var starts = instead == null ? chosen.starts() : instead;
        var demand = open.demand();
        freeDays.mustBeBookable(demand, starts);
        var held = calendar.held(open.owner()).filter(given -> given.starts().equals(starts));
        var wished = held.map(Given::host)
                .or(() -> chosen.same() ? hostBefore(who, open).map(HostBefore::id) : Optional.empty());
        var reference = desk.nextReference();
        var taking = Taking.firmly(
                open.owner(),
                TakenKind.BOOKING,
                choices.say("booking.calendar.title", topic(answers)),
                "/desk/" + FORM + "/" + reference);
        var given = calendar.take(demand, starts, taking, wished.orElse(null));
        boolean asHeld = held.isPresent() && given.host().equals(chosen.host());
        var request = request(who, reference, open, chosen.zoneId());
        var slot = slot(given, open);
        var booking = new BookingId(open.owner());
        request.book(
                booking,
                slot,
                asHeld ? chosen.why() : Why.of(given),
                letters.booked(request, booking, slot, who),
                clock.instant());
        consultations.save(request);
        desk.receiveAgreed(item(request), given.host(), starts.plus(Duration.ofMinutes(slot.minutes())));
        desk.say(reference, who, given.host(), "consultation.event.booked");
        return "/consultations/" + reference + "/booked";
    }

    private Slot slot(Given given, OpenDraft open) {
        var matter = Objects.requireNonNull(open.answers().matter());
        var offered = Objects.requireNonNull(open.offered());
        var format = Objects.requireNonNull(matter.format());
        return new Slot(
                given.starts(),
                Objects.requireNonNull(matter.minutes()),
                given.host(),
                format,
                switch (format) {
                    case VIDEO -> calendar.videoAddress(given.host()).orElse(null);
                    case PHONE -> null;
                    case IN_PERSON -> place(matter, offered);
                });
    }

    private static String place(MatterForm matter, Offered offered) {
        return offered.place() == null ? matter.place() : offered.place();
    }

    private ConsultationRequest request(PersonId who, Reference reference, OpenDraft open, @Nullable ZoneId zone) {
        var answers = open.answers();
        var offered = Objects.requireNonNull(open.offered());
        var what = Objects.requireNonNull(answers.what());
        var matter = Objects.requireNonNull(answers.matter());
        var requester = desk.requester(who, what.whom(), what.colleague());
        boolean department = offered.kind() == OfferingKind.DEPARTMENT;
        var unit = department ? units.chosen("unit", what.unit()).id() : null;
        var wish = answers.chosen() == null ? answers.wish() : null;
        return new ConsultationRequest(
                        reference,
                        RequestKind.CONSULTATION,
                        requester,
                        who,
                        wanted(department, unit, matter, offered, wish),
                        List.of(),
                        matter.accountIds(),
                        clock.instant())
                .with(new Particulars(offered.id(), zone, what.guestsFor(offered), matter.replied(offered)));
    }

    private static Wanted wanted(
            boolean department, @Nullable UnitId unit, MatterForm matter, Offered offered, @Nullable WishForm wish) {
        var format = Objects.requireNonNull(matter.format());
        return new Wanted(
                department,
                unit,
                matter.topic(),
                matter.words(),
                matter.links().isEmpty() ? null : matter.links(),
                null,
                null,
                null,
                null,
                format,
                format == Format.IN_PERSON ? place(matter, offered) : null,
                format == Format.PHONE ? matter.phone() : null,
                Objects.requireNonNull(matter.minutes()),
                wish == null ? null : wish.times());
    }

    private static NewItem item(ConsultationRequest request) {
        return new NewItem(
                request.reference(),
                FORM,
                request.wanted().topic(),
                request.requester(),
                request.enteredBy(),
                request.wanted().unit(),
                request.wanted().words());
    }
}
