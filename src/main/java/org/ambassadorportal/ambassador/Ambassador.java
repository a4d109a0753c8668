package org.ambassadorportal.ambassador;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Aggregate;
import org.ambassadorportal.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An ambassador's page. It is published by an approved enrollment. Its owner changes topics, languages, bio and
 * visibility at once, pauses it and leaves; the comms team suspends it. These are kept apart, so that lifting one does
 * not lift another.
 */
@Entity
@Table(name = "ambassador")
class Ambassador extends Aggregate<Ambassador> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private AmbassadorId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "person_id"))
    private PersonId person;

    private String slug;

    /** {@code null} once the person has left. */
    @Embedded
    private @Nullable Particulars particulars;

    @Embedded
    private Interests interests;

    @Embedded
    private Visibility visibility;

    @ElementCollection
    @CollectionTable(name = "ambassador_profile", joinColumns = @JoinColumn(name = "ambassador_id"))
    @OrderColumn(name = "position")
    private List<ListedProfile> profiles = new ArrayList<>();

    private Instant since;
    private Instant reviewedAt;
    private boolean paused;
    private @Nullable Instant suspendedAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "suspended_by"))
    private @Nullable PersonId suspendedBy;

    private @Nullable String suspendedReason;
    private @Nullable Instant takenDownAt;
    private @Nullable Instant leftAt;

    @SuppressWarnings("NullAway.Init")
    protected Ambassador() {}

    /** The page of a person whose first enrollment was approved. */
    Ambassador(Enrollment approved, String slug, Instant at) {
        this.id = AmbassadorId.next();
        this.person = approved.person();
        this.slug = slug;
        this.since = at;
        this.reviewedAt = at;
        join(approved);
    }

    /** The page of a person who left once and was approved again. */
    void returnWith(Enrollment approved, String slug, Instant at) {
        this.slug = slug;
        since = at;
        reviewedAt = at;
        paused = false;
        leftAt = null;
        join(approved);
    }

    private void join(Enrollment approved) {
        particulars = approved.particulars();
        interests = approved.interests();
        visibility = approved.visibility();
        list(approved);
    }

    /** Takes over what was reviewed; topics, languages, bio and visibility stay as the owner has set them meanwhile. */
    void change(Enrollment approved, String slug, Instant at) {
        var fields = new ArrayList<>(approved.particulars().changedFrom(particulars()));
        var before = List.copyOf(profiles);
        particulars = approved.particulars();
        this.slug = slug;
        reviewedAt = at;
        list(approved);
        if (!before.equals(profiles)) fields.add("profiles");
        if (!fields.isEmpty()) happened(new PageChanged(id.value(), fields, at));
    }

    private void list(Enrollment approved) {
        profiles.clear();
        approved.profiles()
                .forEach(entered ->
                        entered.profile().ifPresent(it -> profiles.add(ListedProfile.of(it, entered.hidden()))));
        if (!profiles.isEmpty() && profiles.stream().allMatch(ListedProfile::hidden))
            profiles.set(0, profiles.getFirst().hidden(false));
    }

    /**
     * The owner's own changes, which hold at once.
     *
     * @param shown the keys of the profiles to be shown
     * @throws Refusal when none of the profiles would be
     */
    void edit(@Nullable Long seen, Interests interests, Visibility said, Set<String> shown, Instant at) {
        mustStand();
        mustBe(seen);
        var visibility = said.askedOf(particulars(), interests);
        if (profiles.stream().noneMatch(listed -> shown.contains(listed.addressKey())))
            throw new Refusal("profiles", "enroll.public.profile.one");
        var fields = new ArrayList<>(interests.changedFrom(this.interests));
        var before = List.copyOf(profiles);
        profiles.replaceAll(listed -> listed.hidden(!shown.contains(listed.addressKey())));
        if (!visibility.equals(this.visibility) || !before.equals(profiles)) fields.add("visibility");
        this.interests = interests;
        this.visibility = visibility;
        if (!fields.isEmpty()) happened(new PageChanged(id.value(), fields, at));
    }

    /** Takes the page out of sight until its owner wants it back. */
    void pause(Instant at) {
        mustStand();
        if (paused) return;
        paused = true;
        happened(new PagePaused(id.value(), at));
    }

    void resume(Instant at) {
        mustStand();
        if (!paused) return;
        paused = false;
        happened(new PageResumed(id.value(), at));
    }

    /** The person leaves: nothing of what they entered stays on the page, only its address, which says that it is gone. */
    void leave(Addressee person, Instant at) {
        mustStand();
        particulars = null;
        interests = Interests.NONE;
        visibility = Visibility.ALL;
        profiles.clear();
        paused = false;
        suspendedAt = null;
        suspendedBy = null;
        suspendedReason = null;
        takenDownAt = null;
        leftAt = at;
        happened(new AmbassadorLeft(id.value(), person, at));
    }

    /** The comms team takes the page out of sight and says why. */
    void suspend(PersonId by, Addressee owner, String reason, Instant at) {
        mustStand();
        if (suspendedAt != null) throw new SuspendedBefore();
        suspendedAt = at;
        suspendedBy = by;
        suspendedReason = reason;
        happened(new PageSuspended(id.value(), owner, reason, at));
    }

    /**
     * Ends a suspension, or brings back what was taken down while the person was disabled.
     *
     * @throws OwnEnrollment when somebody would restore their own page
     */
    void restore(PersonId by, Addressee owner, Instant at) {
        mustStand();
        if (by.equals(person)) throw new OwnEnrollment();
        if (suspendedAt == null && takenDownAt == null) throw new RestoredBefore();
        suspendedAt = null;
        suspendedBy = null;
        suspendedReason = null;
        takenDownAt = null;
        happened(new PageRestored(id.value(), owner, at));
    }

    /** The person can no longer sign in, so nobody could keep the page true. */
    void takeDown(Instant at) {
        if (leftAt != null || takenDownAt != null) return;
        takenDownAt = at;
        happened(new PageTakenDown(id.value(), at));
    }

    private void mustStand() {
        if (leftAt != null) throw new LeftBefore();
    }

    PageState state() {
        if (leftAt != null) return PageState.LEFT;
        if (takenDownAt != null) return PageState.TAKEN_DOWN;
        if (suspendedAt != null) return PageState.SUSPENDED;
        return paused ? PageState.PAUSED : PageState.PUBLISHED;
    }

    boolean isPaused() {
        return paused;
    }

    AmbassadorId id() {
        return id;
    }

    PersonId person() {
        return person;
    }

    String slug() {
        return slug;
    }

    Particulars particulars() {
        return particulars == null ? Particulars.NONE : particulars;
    }

    Interests interests() {
        return interests;
    }

    Visibility visibility() {
        return visibility;
    }

    List<ListedProfile> profiles() {
        return List.copyOf(profiles);
    }

    /** The profiles that the page shows. */
    Stream<ListedProfile> shownProfiles() {
        return profiles.stream().filter(listed -> !listed.hidden());
    }

    Instant since() {
        return since;
    }

    Instant reviewedAt() {
        return reviewedAt;
    }

    @Nullable Instant suspendedAt() {
        return suspendedAt;
    }

    @Nullable PersonId suspendedBy() {
        return suspendedBy;
    }

    @Nullable String suspendedReason() {
        return suspendedReason;
    }

    @Nullable UUID photo() {
        return particulars().photo();
    }
}
