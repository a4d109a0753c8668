package org.ambassadorportal.ambassador;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonDisabled;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.organization.UnitRow;
import org.ambassadorportal.organization.Units;
import org.ambassadorportal.policy.Policies;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/** What an ambassador does with their own page; a person can reach no page but their own from here. */
@Service
class OwnPage {

    private final AllAmbassadors ambassadors;
    private final Enrollments enrollments;
    private final Enrolling enrolling;
    private final DirectoryIndex index;
    private final Holders holders;
    private final Portraits portraits;
    private final PersonTurn turn;
    private final Policies policies;
    private final People people;
    private final Units units;
    private final Clock clock;

    OwnPage(
            AllAmbassadors ambassadors,
            Enrollments enrollments,
            Enrolling enrolling,
            DirectoryIndex index,
            Holders holders,
            Portraits portraits,
            PersonTurn turn,
            Policies policies,
            People people,
            Units units,
            Clock clock) {
        this.ambassadors = ambassadors;
        this.enrollments = enrollments;
        this.enrolling = enrolling;
        this.index = index;
        this.holders = holders;
        this.portraits = portraits;
        this.turn = turn;
        this.policies = policies;
        this.people = people;
        this.units = units;
        this.clock = clock;
    }

    @ForSignedIn
    @Transactional(readOnly = true)
    MePage of(PersonId person) {
        var draft = enrolling.draft(person);
        var page = page(person);
        var last = draft.state() != null ? Optional.<MePage.Last>empty() : last(person);
        boolean concerned = page.isPresent() || draft.state() != null;
        return new MePage(
                draft,
                last.orElse(null),
                page.orElse(null),
                concerned && page.isPresent() ? policies.openFor(person) : List.of());
    }

    private Optional<MePage.Last> last(PersonId person) {
        return enrollments
                .findFirstByPersonAndStateInOrderBySavedAtDesc(
                        person, List.of(EnrollmentState.APPROVED, EnrollmentState.DECLINED, EnrollmentState.WITHDRAWN))
                .map(it -> new MePage.Last(
                        it.state(), it.purpose(), it.reference().toString(), it.words(), it.decidedAt()));
    }

    private Optional<MePage.Page> page(PersonId person) {
        return ambassadors
                .findByPerson(person)
                .filter(it -> it.state() != PageState.LEFT)
                .map(page -> {
                    var unit = page.particulars().unit();
                    return new MePage.Page(
                            page.state(),
                            page.isPaused(),
                            page.slug(),
                            page.particulars(),
                            unit == null
                                    ? ""
                                    : units.find(unit).map(UnitRow::name).orElse(""),
                            page.interests(),
                            page.visibility(),
                            page.profiles(),
                            page.suspendedReason(),
                            page.suspendedAt(),
                            page.since(),
                            page.version());
                });
    }

    /** The page to be edited. */
    @ForSignedIn
    @Transactional(readOnly = true)
    MePage.Page editable(PersonId person) {
        return page(person).orElseThrow(NotFound::new);
    }

    /**
     * Changes topics, languages, bio and visibility; it holds at once.
     *
     * @throws StaleEdit when the page was changed since the form was opened
     */
    @ForSignedIn
    @Transactional
    void edit(PersonId person, PageForm form, Errors errors) {
        var page = held(person);
        var interests =
                InterestFields.read(form.topics(), form.languages(), form.bio(), page.interests(), errors, true);
        if (errors.hasErrors()) return;
        try {
            page.edit(form.version(), interests, form.visibility(), form.shown(), clock.instant());
        } catch (Refusal refusal) {
            errors.rejectValue(refusal.field(), refusal.key(), refusal.getArguments(), null);
            return;
        }
        store(page);
    }

    /** Takes the page out of sight for a while. */
    @ForSignedIn
    @Transactional
    void pause(PersonId person) {
        var page = held(person);
        page.pause(clock.instant());
        store(page);
    }

    @ForSignedIn
    @Transactional
    void resume(PersonId person) {
        var page = held(person);
        page.resume(clock.instant());
        store(page);
    }

    /** Leaves the program: the page and all that was entered for it are gone; an open change is withdrawn by its own page. */
    @ForSignedIn
    @Transactional
    void leave(PersonId person) {
        turn.take(person);
        var open = enrollments.findByPersonAndStateIn(person, Enrollments.OPEN);
        if (open.isPresent() && open.get().state() != EnrollmentState.DRAFT) throw new ChangeUnderReview();
        open.ifPresent(enrollments::delete);
        var page = held(person);
        page.leave(people.addressee(person), clock.instant());
        store(page);
        holders.releaseUnused(person);
        portraits.sweep(person);
    }

    private Ambassador held(PersonId person) {
        return ambassadors
                .findWithLockByPerson(person)
                .filter(page -> page.state() != PageState.LEFT)
                .orElseThrow(NotFound::new);
    }

    private void store(Ambassador page) {
        ambassadors.saveAndFlush(page);
        index.write(page);
    }

    /** Whoever can no longer sign in can no longer answer for their page. Heard in the transaction that disables them. */
    @EventListener
    @PreAuthorize("permitAll()")
    void on(PersonDisabled event) {
        ambassadors.findWithLockByPerson(event.person()).ifPresent(page -> {
            page.takeDown(event.at());
            store(page);
        });
    }
}
