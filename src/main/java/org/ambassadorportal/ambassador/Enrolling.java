package org.ambassadorportal.ambassador;

import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.NewItem;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.desk.Voice;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.Submissions;
import org.ambassadorportal.kernel.Violation;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.organization.UnitRow;
import org.ambassadorportal.organization.Units;
import org.ambassadorportal.policy.Policies;
import org.ambassadorportal.policy.PolicyRow;
import org.ambassadorportal.social.SocialProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/**
 * How somebody enrolls: each step is stored as soon as it is sent, whatever is still missing; the last one hands it to
 * the desk. Everything here is done by a person for themselves, and by nobody for another.
 */
@Service
class Enrolling {

    static final String KIND = "enrollment";

    private final Enrollments enrollments;
    private final AllAmbassadors ambassadors;
    private final Holders holders;
    private final Portraits portraits;
    private final ProfileReader reader;
    private final PersonTurn turn;
    private final Policies policies;
    private final People people;
    private final Units units;
    private final Desk desk;
    private final Submissions submissions;
    private final MessageSource messages;
    private final Clock clock;

    Enrolling(
            Enrollments enrollments,
            AllAmbassadors ambassadors,
            Holders holders,
            Portraits portraits,
            ProfileReader reader,
            PersonTurn turn,
            Policies policies,
            People people,
            Units units,
            Desk desk,
            Submissions submissions,
            MessageSource messages,
            Clock clock) {
        this.enrollments = enrollments;
        this.ambassadors = ambassadors;
        this.holders = holders;
        this.portraits = portraits;
        this.reader = reader;
        this.turn = turn;
        this.policies = policies;
        this.people = people;
        this.units = units;
        this.desk = desk;
        this.submissions = submissions;
        this.messages = messages;
        this.clock = clock;
    }

    /** What this person has entered so far; nothing is stored by looking. */
    @ForSignedIn
    @Transactional(readOnly = true)
    Draft draft(PersonId person) {
        var open = enrollments.findByPersonAndStateIn(person, Enrollments.OPEN);
        return view(open.orElseGet(() -> begin(person)), open.isPresent());
    }

    private Draft view(Enrollment enrollment, boolean stored) {
        boolean policiesOpen = enrollment.purpose() == Purpose.JOIN
                && !policies.openFor(enrollment.person()).isEmpty();
        var unit = enrollment.particulars().unit();
        return new Draft(
                enrollment.purpose(),
                stored ? enrollment.state() : null,
                enrollment.version(),
                stored ? enrollment.savedAt() : null,
                enrollment.referenceIfSent(),
                enrollment.words(),
                enrollment.particulars(),
                unit == null ? "" : units.find(unit).map(UnitRow::name).orElse(""),
                enrollment.interests(),
                enrollment.visibility(),
                enrollment.profiles(),
                enrollment.opinions(),
                stored ? Draft.answered(enrollment, policiesOpen) : EnumSet.noneOf(Step.class));
    }

    /** A draft as it would begin: with the page that stands, with what was entered the last time, or with the name alone. */
    private Enrollment begin(PersonId person) {
        var at = clock.instant();
        var page = ambassadors.findByPerson(person).filter(it -> it.state() != PageState.LEFT);
        if (page.isPresent()) return Enrollment.toChange(page.get(), at);
        var draft = Enrollment.toJoin(person, at);
        var over = List.of(EnrollmentState.DECLINED, EnrollmentState.WITHDRAWN);
        enrollments
                .findFirstByPersonAndPurposeAndStateInOrderBySavedAtDesc(person, Purpose.JOIN, over)
                .ifPresentOrElse(
                        draft::beginWith,
                        () -> draft.enter(
                                new Particulars(people.get(person).name(), null, null, null, null),
                                Interests.NONE,
                                at));
        return draft;
    }

    private Enrollment writable(PersonId person) {
        turn.take(person);
        return enrollments.findByPersonAndStateIn(person, Enrollments.OPEN).orElseGet(() -> begin(person));
    }

    private void store(Enrollment enrollment) {
        try {
            enrollments.saveAndFlush(enrollment);
        } catch (DataIntegrityViolationException raced) {
            if (Violation.of("enrollment_one_open", raced)) throw new AlreadyEnrolling();
            throw raced;
        }
    }

    /**
     * Stores the first step. What is wrong is added to the errors and keeps its earlier value; everything else is
     * stored all the same, a photograph too, which a browser would not send a second time.
     */
    @ForSignedIn
    @Transactional
    void you(PersonId person, YouForm form, Errors errors) {
        var draft = writable(person);
        var before = draft.particulars();
        var particulars = new Particulars(
                errors.hasFieldErrors("name") ? before.name() : YouForm.clean(form.name()),
                errors.hasFieldErrors("credentials") ? before.credentials() : YouForm.clean(form.credentials()),
                errors.hasFieldErrors("title") ? before.title() : YouForm.clean(form.title()),
                unit(form, before.unit(), errors),
                photo(person, form, before.photo(), errors));
        var interests =
                draft.purpose() == Purpose.CHANGE ? draft.interests() : form.interests(draft.interests(), errors, true);
        draft.enter(particulars, interests, clock.instant());
        store(draft);
        portraits.sweep(person);
    }

    private @Nullable UnitId unit(YouForm form, @Nullable UnitId before, Errors errors) {
        if (errors.hasFieldErrors("unit")) return before;
        try {
            return units.chosen("unit", form.unit()).id();
        } catch (Refusal refusal) {
            errors.rejectValue("unit", refusal.key(), refusal.getArguments(), null);
            return before;
        }
    }

    private @Nullable UUID photo(PersonId person, YouForm form, @Nullable UUID before, Errors errors) {
        var upload = form.photo();
        if (upload == null || upload.isEmpty()) return Boolean.TRUE.equals(form.removePhoto()) ? null : before;
        try {
            return portraits.keep(person, upload.getBytes());
        } catch (Refusal refusal) {
            errors.rejectValue("photo", refusal.key(), refusal.getArguments(), null);
        } catch (java.io.IOException cut) {
            errors.rejectValue("photo", "photo.unreadable");
        }
        return before;
    }

    /** Stores the second step as it was typed, and says of each profile what was read or what is wrong. */
    @ForSignedIn
    @Transactional
    List<ProfileReader.Read> profiles(PersonId person, ProfilesForm form, Errors errors) {
        var draft = writable(person);
        var read = reader.read(person, form.typed(errors));
        read.stream()
                .filter(one -> !one.isGood())
                .forEach(one -> errors.rejectValue(one.slot(), String.valueOf(one.problem()), one.arguments(), null));
        if (read.isEmpty() && !errors.hasErrors())
            errors.rejectValue("x", "enroll.profiles.missing." + draft.purpose());
        if (form.opinions() == null && !errors.hasFieldErrors("opinions"))
            errors.rejectValue("opinions", "enroll.opinions.missing");
        var entered = read.stream()
                .map(one -> EnteredProfile.of(one.slot(), one.typed(), one.isGood() ? one.profile() : null, false))
                .toList();
        draft.enter(entered, form.opinions(), clock.instant());
        store(draft);
        return read;
    }

    /** Reads one field while it is typed. */
    @ForSignedIn
    @Transactional(readOnly = true)
    Optional<ProfileReader.Read> read(PersonId person, String slot, String typed) {
        if (typed.isBlank() || typed.length() > 500 || !ProfileSlots.all().contains(slot)) return Optional.empty();
        return reader.read(person, Map.of(slot, typed.strip())).stream().findFirst();
    }

    /**
     * Says that a profile which somebody else has is one's own; becomes a question at the desk.
     *
     * @return the question's reference
     */
    @ForSignedIn
    @Transactional
    Reference mine(PersonId person, String slot, String typed, @Nullable String once) {
        var profile =
                Optional.ofNullable(reader.understood(slot, typed).profile()).orElseThrow(NotFound::new);
        var answer = submissions.once(
                once == null ? null : once + "-" + slot,
                () -> askWhose(person, profile).toString());
        return Reference.of(answer);
    }

    /** The team has to hear both; only it is told who the other one is. */
    private Reference askWhose(PersonId person, SocialProfile profile) {
        var title = say("enroll.mine.title", profile.address());
        var reference = desk.ask(person, title, say("enroll.mine.words", profile.readable()));
        holders.of(List.of(profile)).values().stream()
                .filter(holder -> !holder.equals(person))
                .forEach(holder -> desk.say(reference, person, holder, "enroll.mine.event"));
        return reference;
    }

    /** The policies that are still to be read, in their order. */
    @ForSignedIn
    @Transactional(readOnly = true)
    List<PolicyRow> openPolicies(PersonId person) {
        return policies.openFor(person);
    }

    @ForSignedIn
    @Transactional
    void show(PersonId person, VisibilityForm form) {
        var draft = writable(person);
        draft.show(form.visibility(), form.shown(), clock.instant());
        store(draft);
    }

    /** Throws the draft away, with all that was typed. What was sent once is withdrawn on its page instead. */
    @ForSignedIn
    @Transactional
    void discard(PersonId person) {
        turn.take(person);
        var open = enrollments.findByPersonAndStateIn(person, Enrollments.OPEN);
        if (open.isEmpty()) return;
        if (open.get().state() != EnrollmentState.DRAFT) throw new AlreadySent();
        enrollments.delete(open.get());
        enrollments.flush();
        portraits.sweep(person);
    }

    /**
     * Sends the enrollment to the comms team, or sends it again after changes were asked; the same form twice sends it
     * once.
     *
     * @param seen the version that was checked
     * @throws NotComplete when something is still to be answered, or a profile cannot be taken any more
     * @throws ProfileHeld when somebody else took one of the profiles meanwhile
     */
    @ForSignedIn
    @Transactional
    Reference send(PersonId person, @Nullable Long seen, @Nullable String once) {
        return Reference.of(submissions.once(once, () -> send(person, seen).toString()));
    }

    /** What cannot be right of what somebody told the team: a unit that is not there, an address that is no profile. */
    @ForSignedIn
    @Transactional(readOnly = true)
    void examine(String unit, List<String> addresses, Errors errors) {
        if (!unit.isEmpty() && units.byName(unit).isEmpty()) errors.rejectValue("unit", "unit.unknown");
        addresses.stream()
                .map(typed -> reader.understood("more", typed))
                .filter(read -> read.profile() == null)
                .findFirst()
                .ifPresent(
                        read -> errors.rejectValue("profiles", String.valueOf(read.problem()), read.arguments(), null));
    }

    /**
     * Begins somebody's draft with what they told the team; what they entered themselves stays. Everything else is
     * theirs to say, the policies first of all.
     */
    @ForInside
    @Transactional
    void told(PersonId person, YouForm form, List<String> addresses) {
        var draft = writable(person);
        if (draft.purpose() != Purpose.JOIN || draft.state() != EnrollmentState.DRAFT) return;
        var before = draft.particulars();
        var title = before.title() == null ? YouForm.clean(form.title()) : before.title();
        var unit = before.unit() == null
                ? units.byName(form.unit()).map(UnitRow::id).orElse(null)
                : before.unit();
        draft.enter(
                new Particulars(before.name(), before.credentials(), title, unit, before.photo()),
                draft.interests(),
                clock.instant());
        var slots = new HashSet<String>();
        var entered = addresses.stream()
                .flatMap(typed -> entered(typed, slots).stream())
                .toList();
        if (draft.profiles().isEmpty() && !entered.isEmpty()) draft.enter(entered, draft.opinions(), clock.instant());
        store(draft);
    }

    private Optional<EnteredProfile> entered(String typed, Set<String> taken) {
        var profile = reader.understood("more", typed).profile();
        if (profile == null) return Optional.empty();
        var slot = ProfileSlots.free(profile.platform(), taken);
        return Optional.ofNullable(slot).map(free -> EnteredProfile.of(free, typed, profile, false));
    }

    private Reference send(PersonId person, @Nullable Long seen) {
        turn.take(person);
        var enrollment =
                enrollments.findByPersonAndStateIn(person, Enrollments.OPEN).orElseThrow(NotComplete::new);
        if (enrollment.purpose() == Purpose.JOIN && !policies.openFor(person).isEmpty()) throw new NotComplete();
        judgeAgain(enrollment);
        var known = enrollment.referenceIfSent();
        var told = known == null && enrollment.purpose() == Purpose.JOIN
                ? desk.incomplete(person, KIND).orElse(null)
                : null;
        var reference = known != null ? known : told != null ? told : desk.nextReference();
        enrollment.send(seen, reference, asker(enrollment), clock.instant());
        holders.take(person, enrollment.readProfiles());
        store(enrollment);
        holders.releaseUnused(person);
        if (told != null) {
            desk.completed(reference, person);
            desk.retitle(reference, title(enrollment));
        } else if (known == null) desk.receive(item(enrollment, reference));
        else {
            desk.say(reference, person, Voice.EVENT, "enrollment.event.again");
            desk.resume(reference, person);
            desk.retitle(reference, title(enrollment));
        }
        return reference;
    }

    /** An account may have become official, or somebody else's, since the step was saved. */
    private void judgeAgain(Enrollment enrollment) {
        var typed = new LinkedHashMap<String, String>();
        enrollment.profiles().forEach(profile -> typed.put(profile.slot(), profile.typed()));
        for (var one : reader.read(enrollment.person(), typed)) {
            if (one.isHeld() && one.profile() != null) throw new ProfileHeld(one.profile());
            if (!one.isGood()) throw new NotComplete();
        }
    }

    private @Nullable Addressee asker(Enrollment enrollment) {
        var by = enrollment.decidedBy();
        return enrollment.state() == EnrollmentState.CHANGES_ASKED && by != null ? people.addressee(by) : null;
    }

    private NewItem item(Enrollment enrollment, Reference reference) {
        var person = enrollment.person();
        var unit = enrollment.particulars().unit();
        return new NewItem(reference, KIND, title(enrollment), person, person, unit, null);
    }

    private String title(Enrollment enrollment) {
        var name = String.valueOf(enrollment.particulars().name());
        if (enrollment.purpose() == Purpose.JOIN)
            return say("enrollment.title.join", name, enrollment.profiles().size());
        return say("enrollment.title.change", name);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }

    /** The photograph that this person entered or has on their page. */
    @ForSignedIn
    @Transactional(readOnly = true)
    Portraits.Portrait ownPhoto(PersonId person) {
        return portraits.own(person).orElseThrow(NotFound::new);
    }

    /** The requester withdrew it at the desk, which has asked for the right to do so. */
    @ForInside
    @Transactional
    void withdraw(Reference reference) {
        turn.take(enrollments.personOf(reference).orElseThrow(NotFound::new));
        var enrollment = enrollments.findByReference(reference).orElseThrow(NotFound::new);
        enrollment.withdraw(clock.instant());
        enrollments.saveAndFlush(enrollment);
        holders.releaseUnused(enrollment.person());
    }
}
