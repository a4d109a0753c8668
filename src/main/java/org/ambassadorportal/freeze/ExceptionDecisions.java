package org.ambassadorportal.freeze;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.ForAdmins;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.NotAllowed;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What admins decide about an exception. The decider is never the one who asked, entered, sponsors or reviewed it
 * ({@link NotAllowed}); whoever decides second learns what the first one decided ({@link Conflict}).
 */
@Service
@Transactional
public class ExceptionDecisions {

    private final ExceptionCases cases;
    private final Desk desk;
    private final People people;
    private final FreezeSettings settings;
    private final When when;
    private final Clock clock;

    ExceptionDecisions(
            ExceptionCases cases, Desk desk, People people, FreezeSettings settings, When when, Clock clock) {
        this.cases = cases;
        this.desk = desk;
        this.people = people;
        this.settings = settings;
        this.when = when;
        this.clock = clock;
    }

    /**
     * Approves an exception, or the extension with this reference.
     *
     * @param until the last day the account may run, that day included
     * @param conditions what the owner must keep to; an extension keeps those of its exception
     * @throws Refusal at "until"
     */
    @ForAdmins
    public void approve(Reference item, PersonId by, LocalDate until, @Nullable String conditions) {
        var exception = held(item);
        if (exception.isExtension(item)) {
            exception.approveExtension(item, by, until, settings.extensions(), now(), told(exception, item));
        } else {
            var kept = conditions == null || conditions.isBlank() ? null : conditions.strip();
            exception.approve(by, until, kept, now(), told(exception, item));
        }
        cases.saveAndFlush(exception);
        desk.settle(item, exception.isExtension(item) ? "extended" : "approved", by);
    }

    /** Refuses an exception, or the extension with this reference. */
    @ForAdmins
    public void deny(Reference item, PersonId by, String reason) {
        var exception = held(item);
        if (exception.isExtension(item)) {
            exception.denyExtension(item, by, reason, clock.instant(), told(exception, item));
        } else {
            exception.deny(by, reason, clock.instant(), told(exception, item));
        }
        cases.saveAndFlush(exception);
        desk.settle(item, exception.isExtension(item) ? "not-extended" : "denied", by);
    }

    /**
     * Gives more time without a request, within the cap.
     *
     * @throws Refusal at "until"
     */
    @ForAdmins
    public void extend(Reference reference, PersonId by, LocalDate until) {
        var exception = itself(reference);
        exception.extend(by, until, settings.extensions(), now(), addressees(exception.owners()));
        cases.saveAndFlush(exception);
    }

    /** Takes it back before its end. */
    @ForAdmins
    public void revoke(Reference reference, PersonId by, String reason) {
        var exception = itself(reference);
        exception.revoke(by, reason, now(), addressees(exception.owners()));
        cases.saveAndFlush(exception);
    }

    private ExceptionCase held(Reference item) {
        return cases.held(item.number()).orElseThrow(NotFound::new);
    }

    private ExceptionCase itself(Reference reference) {
        var exception = held(reference);
        if (exception.isExtension(reference)) throw new NotFound();
        return exception;
    }

    /** The owners, and whoever asked for this item. */
    private List<Addressee> told(ExceptionCase exception, Reference item) {
        var told = new LinkedHashSet<>(exception.owners());
        if (exception.isExtension(item)) told.add(desk.get(item).requester());
        return addressees(told);
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
}
