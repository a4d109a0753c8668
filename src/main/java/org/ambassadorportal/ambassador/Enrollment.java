package org.ambassadorportal.ambassador;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Aggregate;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.social.SocialProfile;
import org.jspecify.annotations.Nullable;

/**
 * What one person enters to become an ambassador, or to change what is reviewed on their page: filled in step by step,
 * sent, perhaps sent back with words, decided once. Only its own person writes in it, so its steps carry no version; a
 * decision and the sending do.
 */
@Entity
@Table(name = "enrollment")
class Enrollment extends Aggregate<Enrollment> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private EnrollmentId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "person_id"))
    private PersonId person;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Enumerated(EnumType.STRING)
    private EnrollmentState state;

    @Embedded
    @AttributeOverride(name = "number", column = @Column(name = "reference"))
    private @Nullable Reference reference;

    /** Hibernate reads an embedded record of nothing but nulls as {@code null}. */
    @Embedded
    private @Nullable Particulars particulars;

    @Embedded
    private Interests interests;

    @Embedded
    private Visibility visibility;

    private boolean visibilitySaid;

    @ElementCollection
    @CollectionTable(name = "enrollment_profile", joinColumns = @JoinColumn(name = "enrollment_id"))
    @OrderColumn(name = "position")
    private List<EnteredProfile> profiles = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    private @Nullable Opinions opinions;

    private Instant savedAt;
    private @Nullable Instant submittedAt;
    private @Nullable Instant decidedAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "decided_by"))
    private @Nullable PersonId decidedBy;

    /** What the reviewer asked to be changed, or why it was declined. */
    private @Nullable String words;

    @SuppressWarnings("NullAway.Init")
    protected Enrollment() {}

    private Enrollment(PersonId person, Purpose purpose, Instant at) {
        this.id = EnrollmentId.next();
        this.person = person;
        this.purpose = purpose;
        this.state = EnrollmentState.DRAFT;
        this.particulars = Particulars.NONE;
        this.interests = Interests.NONE;
        this.visibility = Visibility.ALL;
        this.savedAt = at;
    }

    /** Begins a draft of somebody who would like to become an ambassador. */
    static Enrollment toJoin(PersonId person, Instant at) {
        return new Enrollment(person, Purpose.JOIN, at);
    }

    /** Begins a draft with what a page says now. */
    static Enrollment toChange(Ambassador page, Instant at) {
        var draft = new Enrollment(page.person(), Purpose.CHANGE, at);
        draft.particulars = page.particulars();
        draft.interests = page.interests();
        draft.visibility = page.visibility();
        draft.visibilitySaid = true;
        draft.opinions = Opinions.OWN;
        var slots = new java.util.HashSet<String>();
        for (var listed : page.profiles()) {
            var profile = listed.profile();
            var slot = ProfileSlots.free(profile.platform(), slots);
            if (slot != null) draft.profiles.add(EnteredProfile.of(slot, profile.url(), profile, listed.hidden()));
        }
        return draft;
    }

    /** Takes over what was entered the last time, so that whoever tries again need not type it again. */
    void beginWith(Enrollment earlier) {
        particulars = earlier.particulars();
        interests = earlier.interests;
        profiles = new ArrayList<>(earlier.profiles);
        opinions = earlier.opinions;
    }

    void enter(Particulars particulars, Interests interests, Instant at) {
        write(at);
        this.particulars = particulars;
        this.interests = interests;
    }

    /** Takes the profiles as typed; which of them were kept off the public page is remembered by the profile. */
    void enter(List<EnteredProfile> entered, @Nullable Opinions opinions, Instant at) {
        write(at);
        var hidden = profiles.stream()
                .filter(EnteredProfile::hidden)
                .map(EnteredProfile::addressKey)
                .toList();
        profiles.clear();
        entered.forEach(profile ->
                profiles.add(profile.hidden(profile.addressKey() != null && hidden.contains(profile.addressKey()))));
        if (!profiles.isEmpty() && profiles.stream().allMatch(EnteredProfile::hidden))
            profiles.set(0, profiles.getFirst().hidden(false));
        this.opinions = opinions;
    }

    /**
     * Says what will be public.
     *
     * @param shown the fields of the profiles to be shown
     * @throws Refusal when none of the profiles would be
     */
    void show(Visibility visibility, Set<String> shown, Instant at) {
        write(at);
        if (profiles.stream().noneMatch(profile -> shown.contains(profile.slot())))
            throw new Refusal("profiles", "enroll.public.profile.one");
        this.visibility = visibility.askedOf(particulars(), interests);
        profiles.replaceAll(profile -> profile.hidden(!shown.contains(profile.slot())));
        visibilitySaid = true;
    }

    private void write(Instant at) {
        if (!state.isEditable()) throw state.isOver() ? new AlreadyDecided() : new AlreadySent();
        savedAt = at;
    }

    /** Whether this step has its answers; of the policies it knows nothing. */
    boolean answers(Step step) {
        return switch (step) {
            case YOU -> particulars().complete() && interests.complete();
            case PROFILES ->
                !profiles.isEmpty()
                        && opinions != null
                        && profiles.stream().allMatch(profile -> profile.platform() != null);
            case POLICIES -> true;
            case PUBLIC -> visibilitySaid;
            case CHECK -> false;
        };
    }

    /**
     * Sends it to the comms team; the first time with a reference of the desk, which it then keeps.
     *
     * @param asker who asked for changes, to be told that they are made
     * @throws NotComplete when something is still to be answered
     */
    void send(@Nullable Long seen, Reference reference, @Nullable Addressee asker, Instant at) {
        var next = state.to(EnrollmentState.SUBMITTED);
        mustBe(seen);
        if (!answers(Step.YOU) || !answers(Step.PROFILES) || !answers(Step.PUBLIC)) throw new NotComplete();
        boolean again = state == EnrollmentState.CHANGES_ASKED;
        state = next;
        if (this.reference == null) this.reference = reference;
        submittedAt = at;
        happened(new EnrollmentSubmitted(
                id.value(), this.reference, purpose, again && asker != null ? List.of(asker) : List.of(), at));
    }

    /** Sends it back with words; the person corrects it and sends it again under the same reference. */
    void askChanges(@Nullable Long seen, PersonId by, Addressee to, String words, Instant at) {
        decide(seen, EnrollmentState.CHANGES_ASKED, by, words, at);
        happened(new ChangesAsked(id.value(), reference(), purpose, to, words, at));
    }

    /**
     * Approves it. Its content goes to the page.
     *
     * @param path the address of the page
     * @throws OwnEnrollment when the reviewer is the one who enrolls
     * @throws AlreadyDecided when somebody else was faster
     */
    void approve(@Nullable Long seen, PersonId by, Addressee to, String path, Instant at) {
        decide(seen, EnrollmentState.APPROVED, by, null, at);
        happened(new EnrollmentApproved(id.value(), reference(), purpose, to, path, at));
    }

    void decline(@Nullable Long seen, PersonId by, Addressee to, String reason, Instant at) {
        decide(seen, EnrollmentState.DECLINED, by, reason, at);
        happened(new EnrollmentDeclined(id.value(), reference(), purpose, to, reason, at));
    }

    private void decide(@Nullable Long seen, EnrollmentState next, PersonId by, @Nullable String words, Instant at) {
        var decided = state.to(next);
        if (by.equals(person)) throw new OwnEnrollment();
        mustBe(seen);
        state = decided;
        decidedBy = by;
        decidedAt = at;
        this.words = words;
    }

    /** The person no longer wants it. The desk tells and records that. */
    void withdraw(Instant at) {
        state = state.to(EnrollmentState.WITHDRAWN);
        decidedAt = at;
    }

    List<SocialProfile> readProfiles() {
        return profiles.stream().flatMap(entered -> entered.profile().stream()).toList();
    }

    EnrollmentId id() {
        return id;
    }

    PersonId person() {
        return person;
    }

    Purpose purpose() {
        return purpose;
    }

    EnrollmentState state() {
        return state;
    }

    Reference reference() {
        if (reference == null) throw new IllegalStateException("a draft has no reference");
        return reference;
    }

    @Nullable Reference referenceIfSent() {
        return reference;
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

    boolean visibilitySaid() {
        return visibilitySaid;
    }

    List<EnteredProfile> profiles() {
        return List.copyOf(profiles);
    }

    @Nullable Opinions opinions() {
        return opinions;
    }

    Instant savedAt() {
        return savedAt;
    }

    @Nullable Instant submittedAt() {
        return submittedAt;
    }

    @Nullable Instant decidedAt() {
        return decidedAt;
    }

    @Nullable PersonId decidedBy() {
        return decidedBy;
    }

    @Nullable String words() {
        return words;
    }

    @Nullable UUID photo() {
        return particulars().photo();
    }
}
