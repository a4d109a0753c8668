package org.ambassadorportal.amplification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ambassadorportal.ambassador.AmbassadorName;
import org.ambassadorportal.ambassador.Ambassadors;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.NewItem;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.desk.Voice;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.WebLinks;
import org.ambassadorportal.organization.Organization;
import org.ambassadorportal.organization.When;
import org.ambassadorportal.registry.AccountChoice;
import org.ambassadorportal.registry.AccountId;
import org.ambassadorportal.registry.Registry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/**
 * Asks, decides, notes where it ran. Each verb stores its own side and tells the desk in one transaction. A reference
 * that is not one of ours, or not this requester's, is {@link NotFound}.
 */
@Service
@Transactional
class AmplificationRequests {

    static final String KIND = "amplification";

    private final Amplifications amplifications;
    private final AmplificationLetters letters;
    private final Desk desk;
    private final People people;
    private final Organization organization;
    private final Registry registry;
    private final Ambassadors ambassadors;
    private final When when;
    private final Clock clock;

    AmplificationRequests(
            Amplifications amplifications,
            AmplificationLetters letters,
            Desk desk,
            People people,
            Organization organization,
            Registry registry,
            Ambassadors ambassadors,
            When when,
            Clock clock) {
        this.amplifications = amplifications;
        this.letters = letters;
        this.desk = desk;
        this.people = people;
        this.organization = organization;
        this.registry = registry;
        this.ambassadors = ambassadors;
        this.when = when;
        this.clock = clock;
    }

    /** What is wrong with the first page, beyond what its annotations say. */
    @ForSignedIn
    @Transactional(readOnly = true)
    void examine(StoryForm form, Errors errors) {
        form.check(errors);
        if (form.whom().equals("colleague") && !errors.hasFieldErrors("colleague")) examineColleague(form, errors);
    }

    private void examineColleague(StoryForm form, Errors errors) {
        if (form.colleague().isEmpty()) {
            errors.rejectValue("colleague", "desk.for-whom.colleague.missing");
            return;
        }
        var known = people.byMail(form.colleague());
        if (known.isPresent() && known.get().disabled()) errors.rejectValue("colleague", "person.mail.disabled");
        if (known.isEmpty() && !organization.isStaffMail(form.colleague()))
            errors.rejectValue("colleague", "person.mail.outside");
    }

    /** What is wrong with the second page, beyond what its annotations say. */
    @ForSignedIn
    @Transactional(readOnly = true)
    void examine(@Nullable Subject subject, WhereForm form, Errors errors) {
        form.check(subject, when.today(), errors);
        var known = registry.published().stream().map(AccountChoice::value).collect(Collectors.toSet());
        if (!known.containsAll(form.accounts())) errors.rejectValue("accounts", "amplification.accounts.unknown");
        form.ambassadors().stream()
                .filter(name -> ambassadors.called(name).isEmpty())
                .findFirst()
                .ifPresent(name -> errors.rejectValue(
                        "ambassadors", "amplification.ambassadors.unknown", new Object[] {name}, null));
    }

    /** The names that fit what was typed so far. */
    @ForSignedIn
    @Transactional(readOnly = true)
    List<String> suggest(List<String> typed) {
        return typed.stream()
                .flatMap(words -> ambassadors.suggest(words, 8).stream())
                .map(AmbassadorName::label)
                .distinct()
                .toList();
    }

    /** The name of an ambassador who asks, so that their own story need not be typed. */
    @ForSignedIn
    @Transactional(readOnly = true)
    List<String> nameOf(PersonId who) {
        return ambassadors.of(who).map(AmbassadorName::label).stream().toList();
    }

    /** What is wrong with the third page, beyond what its annotations say. */
    @ForSignedIn
    @Transactional(readOnly = true)
    void examine(PeopleForm form, Errors errors) {
        form.check(organization.facts().telephone(), errors);
    }

    /** What of the text looks as if it gave away who a person is. */
    @ForSignedIn
    @Transactional(readOnly = true)
    List<Revealing> revealing(AmplifyDraft draft) {
        return Revealing.in(draft.text(), when.today(), organization.facts().telephone());
    }

    /**
     * Takes a request in; the forms were examined.
     *
     * @param warned what looked revealing, and was looked at again
     * @throws Refusal where the patient checklist is not confirmed, whatever way the answers came
     */
    @ForSignedIn
    Reference ask(PersonId who, StoryForm form, WhereForm where, PeopleForm about, Set<Revealing.Kind> warned) {
        var requester = desk.requester(who, form.whom(), form.colleague());
        var reference = desk.nextReference();
        takeIn(reference, requester, who, form, where, about, warned);
        desk.receive(new NewItem(reference, KIND, form.title(), requester, who, null, form.text()));
        return reference;
    }

    /** Takes in what stands at the desk already, because the team wrote it down; as with {@link #ask} otherwise. */
    @ForSignedIn
    void takeIn(
            Reference reference,
            PersonId requester,
            PersonId enteredBy,
            StoryForm form,
            WhereForm where,
            PeopleForm about,
            Set<Revealing.Kind> warned) {
        amplifications.save(new AmplificationRequest(
                reference,
                requester,
                enteredBy,
                story(form, where, about),
                concerned(where),
                about.answer(),
                warned,
                clock.instant()));
    }

    private static Story story(StoryForm form, WhereForm where, PeopleForm about) {
        return new Story(
                Objects.requireNonNull(form.subject()),
                form.title(),
                WebLinks.read(form.link()).orElse(null),
                form.text(),
                where.day(),
                where.time(),
                typed(where.otherHelp()),
                WebLinks.read(where.postToRepost()).orElse(null),
                Objects.requireNonNull(about.pictures()));
    }

    private Concerned concerned(WhereForm where) {
        var people = new LinkedHashSet<PersonId>();
        for (var name : where.ambassadors()) ambassadors.called(name).ifPresent(found -> people.add(found.person()));
        return new Concerned(Set.copyOf(where.help()), where.accountIds(), people);
    }

    private static @Nullable String typed(String text) {
        return text.isBlank() ? null : text;
    }

    /** Accepts it for an account and a day. */
    @ForComms
    void accept(Reference reference, PersonId by, AcceptForm form) {
        var request = held(reference);
        request.mustStillBe(form.version());
        var account = account(Objects.requireNonNull(form.account()));
        var day = Objects.requireNonNull(form.day());
        var mail = letters.accepted(request, account.label(), day, form.message());
        request.accept(account.id(), day, when.today(), by, mail, clock.instant());
        amplifications.save(request);
        if (!form.message().isEmpty()) desk.say(reference, by, Voice.REPLY, form.message());
        desk.settle(reference, "accepted", by);
    }

    /** Declines for a reason. */
    @ForComms
    void decline(Reference reference, PersonId by, DeclineForm form) {
        var request = held(reference);
        request.mustStillBe(form.version());
        request.decline(form.reason(), by, letters.declined(request, form.reason()), clock.instant());
        amplifications.save(request);
        desk.say(reference, by, Voice.REPLY, form.reason());
        desk.settle(reference, "declined", by);
    }

    /** Notes where it ran. */
    @ForComms
    void ran(Reference reference, PersonId by, RunForm form) {
        var request = held(reference);
        var account = account(Objects.requireNonNull(form.account()));
        var link = WebLinks.read(form.link()).orElseThrow(() -> new Refusal("link", "amplification.link.wrong"));
        LocalDate on = Objects.requireNonNull(form.ranOn());
        var mail = letters.ran(request, account.label(), link, on);
        request.ran(account.id(), link, on, when.today(), by, mail, clock.instant());
        amplifications.save(request);
        desk.say(reference, by, Voice.EVENT, "amplification.event.ran");
    }

    /** The requester calls off what was accepted and has not run. */
    @ForSignedIn
    void callOff(Reference reference, PersonId who) {
        var request = held(reference);
        if (!request.isOf(who)) throw new NotFound();
        request.mustBeAccepted();
        cancel(request);
        desk.say(reference, who, Voice.EVENT, "amplification.event.called-off");
    }

    /** The requester withdrew; the desk settles the item. */
    @ForInside
    void withdraw(Reference reference, PersonId by) {
        cancel(held(reference));
    }

    private void cancel(AmplificationRequest request) {
        request.cancel(letters.canceled(request), clock.instant());
        amplifications.save(request);
    }

    private AccountChoice account(AccountId id) {
        return registry.published().stream()
                .filter(choice -> choice.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal("account", "amplification.account.unknown"));
    }

    private AmplificationRequest held(Reference reference) {
        return amplifications.held(reference).orElseThrow(NotFound::new);
    }
}
