package org.ambassadorportal.freeze;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.Drafts;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.ForAdmins;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.Submissions;
import org.ambassadorportal.organization.Organization;
import org.ambassadorportal.organization.Units;
import org.ambassadorportal.organization.When;
import org.ambassadorportal.registry.Administrators;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BindingResult;

/** Keeps what somebody has typed of an exception, step by step, and sends it. A draft is its writer's alone. */
@Service
class ExceptionDrafts {

    private static final String FORM = ExceptionRequests.KIND;

    private final Drafts drafts;
    private final ExceptionRequests requests;
    private final Administrators administrators;
    private final Units units;
    private final People people;
    private final Organization organization;
    private final Desk desk;
    private final Submissions submissions;
    private final When when;

    ExceptionDrafts(
            Drafts drafts,
            ExceptionRequests requests,
            Administrators administrators,
            Units units,
            People people,
            Organization organization,
            Desk desk,
            Submissions submissions,
            When when) {
        this.drafts = drafts;
        this.requests = requests;
        this.administrators = administrators;
        this.units = units;
        this.people = people;
        this.organization = organization;
        this.desk = desk;
        this.submissions = submissions;
        this.when = when;
    }

    @ForSignedIn
    @Transactional(readOnly = true)
    public Optional<DraftPage> of(PersonId who) {
        return drafts.find(who, FORM, Answers.class).map(draft -> {
            var typed = draft.answers();
            var platform = Platform.ofKey(Objects.requireNonNullElse(typed.platform(), ""));
            return new DraftPage(
                    draft.key(),
                    typed,
                    draft.savedAt(),
                    platform.orElse(null),
                    units.byName(typed.unit()).orElse(null));
        });
    }

    /** Finds what is wrong with platform and unit. Opens no transaction: a refusal caught here must not spoil one. */
    @ForSignedIn
    public void check(AccountStepForm step, BindingResult errors) {
        refused(errors, "platform", () -> platform(step.platform()));
        refused(errors, "unit", () -> units.chosen("unit", step.unit()));
    }

    @ForSignedIn
    @Transactional
    public void keep(PersonId who, AccountStepForm step) {
        drafts.keep(who, FORM, answers(who).with(step));
    }

    @ForSignedIn
    @Transactional
    public void keep(PersonId who, CaseStepForm step) {
        drafts.keep(who, FORM, answers(who).with(step));
    }

    @ForSignedIn
    @Transactional
    public void keep(PersonId who, TimeStepForm step) {
        drafts.keep(who, FORM, answers(who).with(step));
    }

    @ForSignedIn
    @Transactional
    public void keep(PersonId who, QuestionStepForm step) {
        drafts.keep(who, FORM, answers(who).with(step));
    }

    private Answers answers(PersonId who) {
        return drafts.find(who, FORM, Answers.class).map(Drafts.Draft::answers).orElseGet(Answers::none);
    }

    /** Finds what is wrong with the sponsor. Opens no transaction: a refusal that is caught here must not spoil one. */
    @ForSignedIn
    public void check(CaseStepForm step, BindingResult errors) {
        refused(errors, "sponsorMail", () -> mustBeStaff("sponsorMail", step.sponsorMail()));
    }

    /** Finds what is wrong with dates, administrators and colleague. Opens no transaction of its own either. */
    @ForSignedIn
    public void check(TimeStepForm step, BindingResult errors) {
        if (step.from() != null && step.until() != null) {
            refused(errors, () -> dates(Objects.requireNonNull(step.from()), Objects.requireNonNull(step.until())));
        }
        refused(errors, "administrators", () -> administrators.check("administrators", step.administrators()));
        if (step.forColleague()) refused(errors, () -> mustBeStaff("colleague", step.colleague()));
    }

    /** Finds what is wrong with the colleague. Opens no transaction of its own either. */
    @ForSignedIn
    public void check(QuestionStepForm step, BindingResult errors) {
        if (step.forColleague()) refused(errors, () -> mustBeStaff("colleague", step.colleague()));
    }

    private void dates(LocalDate from, LocalDate until) {
        if (until.isBefore(from)) throw new Refusal("until", "freeze.dates.order");
        if (until.isBefore(when.today())) throw new Refusal("until", "freeze.until.past");
    }

    private void mustBeStaff(String field, @Nullable String mail) {
        if (mail == null || mail.isBlank()) throw new Refusal(field, "freeze.mail.missing");
        var known = people.byMail(mail);
        boolean fits = known.isPresent() ? !known.get().disabled() : organization.isStaffMail(mail);
        if (!fits || !mail.strip().matches("[^@\\s<>\"(),;:]+@[^@\\s<>\"(),;:]+")) {
            throw new Refusal(field, "freeze.mail.outside");
        }
    }

    private static void refused(BindingResult errors, String field, Runnable look) {
        if (!errors.hasFieldErrors(field)) refused(errors, look);
    }

    private static void refused(BindingResult errors, Runnable look) {
        try {
            look.run();
        } catch (Refusal refusal) {
            refusal.into(errors);
        }
    }

    /**
     * Sends the draft, once however often the form comes.
     *
     * @throws Refusal when something in it does not hold any more, at the field of its step
     */
    @ForSignedIn
    @Transactional
    public Reference send(PersonId who, @Nullable String once) {
        return Reference.of(submissions.once(once, () -> send(who).toString()));
    }

    private Reference send(PersonId who) {
        var draft = of(who).filter(page -> page.next() == Step.CHECK).orElseThrow(NotFound::new);
        var typed = draft.answers();
        var from = Objects.requireNonNull(typed.from());
        var until = Objects.requireNonNull(typed.until());
        dates(from, until);
        var ask = new ExceptionAsk(
                text(typed.accountName()),
                Objects.requireNonNull(draft.platform()),
                handle(typed.handle()),
                Objects.requireNonNull(draft.unit()).id(),
                sponsor(typed.sponsorMail(), typed.sponsorName()),
                text(typed.sponsorName()),
                text(typed.sponsorTitle()),
                text(typed.reason()),
                text(typed.audience()),
                from,
                until,
                administrators.enter(typed.administrators()));
        drafts.forget(who, FORM);
        return requests.ask(desk.requester(who, typed.whom(), typed.colleague()), who, ask);
    }

    private PersonId sponsor(@Nullable String mail, @Nullable String name) {
        try {
            return people.colleague(text(mail), name);
        } catch (Refusal refusal) {
            throw new Refusal("sponsorMail", refusal.key(), refusal.getArguments());
        }
    }

    private static @Nullable String handle(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** Finds what is wrong with what an admin records. */
    @ForAdmins
    public void check(RecordForm form, BindingResult errors) {
        examine(form, errors);
        refused(errors, "requester", () -> mustBeStaff("requester", form.requester()));
    }

    /** Finds what is wrong with what somebody wrote down for whoever asked. */
    @ForSignedIn
    void examine(RecordForm form, BindingResult errors) {
        if (form.from() != null && form.until() != null) {
            refused(errors, () -> dates(Objects.requireNonNull(form.from()), Objects.requireNonNull(form.until())));
        }
        refused(errors, "platform", () -> platform(form.platform()));
        refused(errors, "unit", () -> units.chosen("unit", form.unit()));
        refused(errors, "sponsorMail", () -> mustBeStaff("sponsorMail", form.sponsorMail()));
        refused(errors, "administrators", () -> administrators.check("administrators", form.administrators()));
    }

    /** Records what somebody asked for by telephone or on paper; it is reviewed and decided by others. */
    @ForAdmins
    @Transactional
    public Reference record(PersonId by, RecordForm form) {
        return Reference.of(submissions.once(form.once(), () -> {
            var requester = people.colleague(text(form.requester()), null);
            return requests.ask(requester, by, ask(form)).toString();
        }));
    }

    /** The same for what stands at the desk already, because the team wrote it down. */
    @ForSignedIn
    @Transactional
    void takeIn(Reference reference, PersonId requester, PersonId enteredBy, RecordForm form) {
        requests.takeIn(reference, requester, enteredBy, ask(form));
    }

    private ExceptionAsk ask(RecordForm form) {
        return new ExceptionAsk(
                text(form.accountName()),
                platform(form.platform()),
                handle(form.handle()),
                units.chosen("unit", form.unit()).id(),
                sponsor(form.sponsorMail(), form.sponsorName()),
                text(form.sponsorName()),
                text(form.sponsorTitle()),
                text(form.reason()),
                text(form.audience()),
                Objects.requireNonNull(form.from()),
                Objects.requireNonNull(form.until()),
                administrators.enter(form.administrators()));
    }

    private static Platform platform(@Nullable String key) {
        return Platform.ofKey(Objects.requireNonNullElse(key, ""))
                .orElseThrow(() -> new Refusal("platform", "freeze.ask.platform.missing"));
    }

    /** No freeze covers it: what was typed becomes a question at the desk, for oneself or for a colleague. */
    @ForSignedIn
    @Transactional
    public Reference question(PersonId who, QuestionStepForm form, String title, String facts) {
        return Reference.of(submissions.once(form.once(), () -> {
            if (drafts.find(who, FORM, Answers.class).isEmpty()) throw new NotFound();
            var requester = desk.requester(who, form.whom(), form.colleague());
            var reference = desk.ask(requester, who, title, facts + "\n\n" + form.words());
            drafts.forget(who, FORM);
            return reference.toString();
        }));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
