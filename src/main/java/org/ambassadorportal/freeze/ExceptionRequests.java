package org.ambassadorportal.freeze;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.NewItem;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.ForSystem;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.Violation;
import org.ambassadorportal.organization.When;
import org.ambassadorportal.registry.AccountDetails;
import org.ambassadorportal.registry.Registry;
import org.ambassadorportal.social.Claim;
import org.ambassadorportal.social.Claims;
import org.ambassadorportal.social.SocialProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What requesters do with an exception: ask for it, say that the account exists, ask for more time, withdraw. Somebody
 * who has no part in an exception is answered as if there were none.
 */
@Service
@Transactional
public class ExceptionRequests {

    static final String KIND = "exception";

    private final ExceptionCases cases;
    private final Desk desk;
    private final People people;
    private final Registry registry;
    private final ObjectProvider<Claims> claims;
    private final FreezeSettings settings;
    private final MessageSource messages;
    private final When when;
    private final Clock clock;

    ExceptionRequests(
            ExceptionCases cases,
            Desk desk,
            People people,
            Registry registry,
            ObjectProvider<Claims> claims,
            FreezeSettings settings,
            MessageSource messages,
            When when,
            Clock clock) {
        this.cases = cases;
        this.desk = desk;
        this.people = people;
        this.registry = registry;
        this.claims = claims;
        this.settings = settings;
        this.messages = messages;
        this.when = when;
        this.clock = clock;
    }

    /**
     * Asks for an exception; it stands in the desk's queue in the same transaction, and the sponsor is told.
     *
     * @param enteredBy who typed it: the requester, a colleague, or an admin who records it
     */
    @ForSignedIn
    public Reference ask(PersonId requester, PersonId enteredBy, ExceptionAsk ask) {
        var reference = desk.nextReference();
        var asked = store(reference, requester, enteredBy, ask);
        var title = say("freeze.item.title", asked.label());
        desk.receive(new NewItem(reference, KIND, title, requester, enteredBy, ask.unit(), ask.reason()));
        return reference;
    }

    /** Takes in what stands at the desk already, because the team wrote it down. */
    @ForSignedIn
    void takeIn(Reference reference, PersonId requester, PersonId enteredBy, ExceptionAsk ask) {
        store(reference, requester, enteredBy, ask);
    }

    private ExceptionCase store(Reference reference, PersonId requester, PersonId enteredBy, ExceptionAsk ask) {
        var sponsor = ask.sponsor().equals(requester) ? List.<Addressee>of() : List.of(people.addressee(ask.sponsor()));
        var asked = ExceptionCase.ask(reference, ask, requester, enteredBy, sponsor, clock.instant());
        return cases.saveAndFlush(asked);
    }

    /**
     * Asks for a later end date, as an item of its own.
     *
     * @throws Refusal at "until", when the cap is reached, another one is open, or the day is not later
     */
    @ForSignedIn
    public Reference askExtension(Reference reference, PersonId by, LocalDate until, String reason) {
        var exception = mine(reference, by);
        if (exception.isExtension(reference)) throw new NotFound();
        var item = desk.nextReference();
        exception.askExtension(item, by, until, reason, settings.extensions(), now());
        cases.saveAndFlush(exception);
        var title = say("freeze.item.extension", exception.label());
        desk.receive(new NewItem(item, KIND, title, by, by, exception.unit(), reason));
        return item;
    }

    /**
     * The account exists: it goes into the registry under review, and the exception is active.
     *
     * @param address as it was pasted
     * @throws Refusal at "address", when it cannot be read, is on another platform or belongs to somebody else
     */
    @ForSignedIn
    public void activate(Reference reference, PersonId by, String address) {
        var exception = people.isAdmin(by) ? held(reference) : mine(reference, by);
        if (exception.isExtension(reference)) throw new NotFound();
        var profile = read(exception, address);
        var account = registry.registerForException(new AccountDetails(
                exception.accountName(),
                profile,
                null,
                exception.unit(),
                exception.administrators(),
                "en",
                List.of(),
                when.today()));
        exception.activate(account, now());
        try {
            cases.saveAndFlush(exception);
        } catch (DataIntegrityViolationException taken) {
            throw Violation.of("freeze_exception_account", taken)
                    ? new Refusal("address", "freeze.account.taken")
                    : taken;
        }
    }

    private SocialProfile read(ExceptionCase exception, String address) {
        var reading = SocialProfile.parse(exception.platform(), address);
        reading.problem().ifPresent(problem -> {
            throw new Refusal("address", problem.messageKey(), problem.arguments());
        });
        var profile = reading.profile().orElseThrow();
        boolean personal = claims.stream()
                .map(list -> list.holderOf(profile))
                .flatMap(Optional::stream)
                .anyMatch(claim -> claim.standing() == Claim.Standing.PERSONAL);
        if (personal) throw new Refusal("address", "freeze.account.personal");
        return profile;
    }

    /** The requester withdrew the item at the desk. */
    @ForInside
    void withdraw(Reference reference) {
        var exception = held(reference);
        if (exception.isExtension(reference)) exception.withdrawExtension(reference, clock.instant());
        else exception.withdraw(now());
        cases.saveAndFlush(exception);
    }

    /** The owner does not need an approved exception any more; the desk has settled its item long ago. */
    @ForSignedIn
    public void giveUp(Reference reference, PersonId by) {
        var exception = mine(reference, by);
        if (exception.isExtension(reference)) throw new NotFound();
        exception.withdraw(now());
        cases.saveAndFlush(exception);
    }

    /** Records an exception whose last day is over, and tells its owners; nothing else depends on it. */
    @ForSystem
    void expire(ExceptionId id) {
        var exception = cases.findById(id).orElseThrow(NotFound::new);
        exception.expire(now(), addressees(exception.owners()));
        cases.saveAndFlush(exception);
    }

    private ExceptionCase held(Reference reference) {
        return cases.held(reference.number()).orElseThrow(NotFound::new);
    }

    private ExceptionCase mine(Reference reference, PersonId by) {
        var exception = held(reference);
        if (!exception.belongsTo(by)) throw new NotFound();
        return exception;
    }

    private List<Addressee> addressees(Collection<PersonId> ids) {
        return people.named(Set.copyOf(ids)).values().stream()
                .filter(person -> !person.disabled())
                .map(person -> new Addressee(person.id(), person.name(), person.mail()))
                .toList();
    }

    private Now now() {
        return new Now(clock.instant(), when.today());
    }

    private String say(String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
