package org.ambassadorportal.ambassador;

import java.time.Clock;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.desk.Voice;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.NotAllowed;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.StaleEdit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the comms team decides about enrollments. Each verb takes the version that the reviewer had before them, and
 * answers with {@link StaleEdit} when the person has sent a correction since, with another {@link Conflict} when it was
 * decided meanwhile, and with {@link NotAllowed} when somebody would decide on their own.
 */
@Service
class Reviewing {

    private final Enrollments enrollments;
    private final Reviews reviews;
    private final AllAmbassadors ambassadors;
    private final PageAddresses addresses;
    private final DirectoryIndex index;
    private final Holders holders;
    private final PersonTurn turn;
    private final Portraits portraits;
    private final People people;
    private final Desk desk;
    private final Clock clock;

    Reviewing(
            Enrollments enrollments,
            Reviews reviews,
            AllAmbassadors ambassadors,
            PageAddresses addresses,
            DirectoryIndex index,
            Holders holders,
            PersonTurn turn,
            Portraits portraits,
            People people,
            Desk desk,
            Clock clock) {
        this.enrollments = enrollments;
        this.reviews = reviews;
        this.ambassadors = ambassadors;
        this.addresses = addresses;
        this.index = index;
        this.holders = holders;
        this.turn = turn;
        this.portraits = portraits;
        this.people = people;
        this.desk = desk;
        this.clock = clock;
    }

    /** Approves an enrollment: the page is published, or what was reviewed is changed on it. */
    @ForComms
    @Transactional
    void approve(Reference reference, PersonId by, @Nullable Long seen) {
        var enrollment = held(reference);
        var at = clock.instant();
        var owner = people.get(enrollment.person());
        var existing = ambassadors.findWithLockByPerson(enrollment.person());
        var slug = addresses.choose(
                String.valueOf(enrollment.particulars().name()),
                existing.map(Ambassador::id).orElse(null));
        enrollment.approve(seen, by, people.addressee(enrollment.person()), "/ambassadors/" + slug, at);
        var page = existing.orElseGet(() -> new Ambassador(enrollment, slug, at));
        if (existing.isPresent()) {
            if (page.state() == PageState.LEFT) page.returnWith(enrollment, slug, at);
            else page.change(enrollment, slug, at);
        }
        // Whoever was disabled while the review went on has no page to be seen.
        if (owner.disabled()) page.takeDown(at);
        ambassadors.saveAndFlush(page);
        addresses.keep(slug, page.id());
        enrollments.saveAndFlush(enrollment);
        holders.releaseUnused(enrollment.person());
        index.write(page);
        desk.settle(reference, "approved", by);
    }

    /** Sends it back with words, which the person reads on their page and in a mail. */
    @ForComms
    @Transactional
    void askChanges(Reference reference, PersonId by, String words, @Nullable Long seen) {
        var enrollment = held(reference);
        enrollment.askChanges(seen, by, people.addressee(enrollment.person()), words, clock.instant());
        enrollments.saveAndFlush(enrollment);
        desk.say(reference, by, Voice.REPLY, words);
        desk.awaitRequester(reference, by);
    }

    @ForComms
    @Transactional
    void decline(Reference reference, PersonId by, String reason, @Nullable Long seen) {
        var enrollment = held(reference);
        enrollment.decline(seen, by, people.addressee(enrollment.person()), reason, clock.instant());
        enrollments.saveAndFlush(enrollment);
        holders.releaseUnused(enrollment.person());
        desk.say(reference, by, Voice.REPLY, reason);
        desk.settle(reference, "declined", by);
    }

    /** Whether it changes a page that stands; for one that is not there, the decision itself says so. */
    @ForComms
    @Transactional(readOnly = true)
    boolean isChange(Reference reference) {
        return reviews.isChange(reference);
    }

    private Enrollment held(Reference reference) {
        turn.take(enrollments.personOf(reference).orElseThrow(NotFound::new));
        return enrollments.findByReference(reference).orElseThrow(NotFound::new);
    }

    /** The photograph that somebody entered, for the reviewer. */
    @ForComms
    @Transactional(readOnly = true)
    Portraits.Portrait photo(Reference reference) {
        return portraits.entered(reference).orElseThrow(NotFound::new);
    }

    /** Takes a page out of sight, with a reason that its owner is told. */
    @ForComms
    @Transactional
    void suspend(String slug, PersonId by, String reason) {
        var page = page(slug);
        page.suspend(by, people.addressee(page.person()), reason, clock.instant());
        ambassadors.saveAndFlush(page);
        index.write(page);
    }

    /** Brings a suspended page back, or one that was taken down while its owner was disabled; never one's own. */
    @ForComms
    @Transactional
    void restore(String slug, PersonId by) {
        var page = page(slug);
        if (people.get(page.person()).disabled()) throw new OwnerDisabled();
        page.restore(by, people.addressee(page.person()), clock.instant());
        ambassadors.saveAndFlush(page);
        index.write(page);
    }

    private Ambassador page(String slug) {
        return ambassadors.findWithLockBySlug(slug).orElseThrow(NotFound::new);
    }
}
