package org.ambassadorportal.freeze;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Aggregate;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.registry.AccountId;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;

/**
 * One exception: asked for, reviewed by the comms team, decided by an admin who had no other part in it, extended a
 * counted number of times, and over after its last day. The first end date is kept when a later one is granted.
 */
@Entity
@SuppressWarnings("UnusedVariable") // pages read the columns with SQL, not these fields
@Table(name = "freeze_exception")
class ExceptionCase extends Aggregate<ExceptionCase> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private ExceptionId id;

    private long reference;

    @Enumerated(EnumType.STRING)
    private ExceptionState state;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "requester_id"))
    private PersonId requester;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "entered_by_id"))
    private PersonId enteredBy;

    private String accountName;

    @Enumerated(EnumType.STRING)
    private Platform platform;

    private @Nullable String handle;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "unit_id"))
    private UnitId unit;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "sponsor_id"))
    private PersonId sponsor;

    private String sponsorName;
    private String sponsorTitle;
    private String reason;
    private String audience;
    private LocalDate askedFrom;
    private LocalDate askedUntil;
    private Instant askedAt;

    @ElementCollection
    @CollectionTable(name = "freeze_exception_administrator", joinColumns = @JoinColumn(name = "exception_id"))
    @AttributeOverride(name = "value", column = @Column(name = "person_id"))
    private Set<PersonId> administrators = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "freeze_exception_reviewer", joinColumns = @JoinColumn(name = "exception_id"))
    @AttributeOverride(name = "value", column = @Column(name = "person_id"))
    private Set<PersonId> reviewers = new HashSet<>();

    @Enumerated(EnumType.STRING)
    private @Nullable Verdict verdict;

    private @Nullable String reviewWords;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "reviewed_by_id"))
    private @Nullable PersonId reviewedBy;

    private @Nullable Instant reviewedAt;
    private @Nullable String conditions;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validUntil;
    private @Nullable LocalDate firstUntil;
    private int extensions;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "decided_by_id"))
    private @Nullable PersonId decidedBy;

    private @Nullable Instant decidedAt;
    private @Nullable String decisionReason;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "account_id"))
    private @Nullable AccountId account;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "exception_id", nullable = false, updatable = false)
    @OrderBy("askedAt")
    private List<Extension> asked = new ArrayList<>();

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected ExceptionCase() {}

    private ExceptionCase(Reference reference, ExceptionAsk ask, PersonId requester, PersonId enteredBy, Instant at) {
        this.id = ExceptionId.next();
        this.reference = reference.number();
        this.state = ExceptionState.DRAFT.to(ExceptionState.IN_REVIEW);
        this.requester = requester;
        this.enteredBy = enteredBy;
        this.accountName = ask.accountName();
        this.platform = ask.platform();
        this.handle = ask.handle();
        this.unit = ask.unit();
        this.sponsor = ask.sponsor();
        this.sponsorName = ask.sponsorName();
        this.sponsorTitle = ask.sponsorTitle();
        this.reason = ask.reason();
        this.audience = ask.audience();
        this.askedFrom = ask.from();
        this.askedUntil = ask.until();
        this.administrators.addAll(ask.administrators());
        this.askedAt = at;
    }

    /**
     * A request that was sent.
     *
     * @param enteredBy who typed it: the requester, a colleague, or an admin who records it
     * @param told the sponsor, who learns that their name stands in it
     */
    static ExceptionCase ask(
            Reference reference,
            ExceptionAsk ask,
            PersonId requester,
            PersonId enteredBy,
            List<Addressee> told,
            Instant at) {
        var asked = new ExceptionCase(reference, ask, requester, enteredBy, at);
        asked.happened(new ExceptionAsked(asked.id.value(), asked.told(reference, told), at));
        return asked;
    }

    /** The reviewer needs to know something first; that alone is no review. */
    void query(Reference item, String question, Instant at, List<Addressee> told) {
        if (isExtension(item)) extension(item).mustBeOpen();
        else if (state != ExceptionState.IN_REVIEW) throw new NotInThisState(state);
        happened(new ExceptionQueried(id.value(), told(item, told), question, at));
    }

    /** A reviewer speaks for or against it. The last word stands, but all who spoke are kept from deciding. */
    void recommend(PersonId by, Verdict verdict, @Nullable String words, Instant at) {
        if (state != ExceptionState.IN_REVIEW) throw new NotInThisState(state);
        refuse(partOf(by).filter(part -> part != Part.REVIEWED));
        this.reviewers.add(by);
        this.verdict = verdict;
        this.reviewWords = words;
        this.reviewedBy = by;
        this.reviewedAt = at;
        happened(new ExceptionRecommended(id.value(), at));
    }

    /**
     * Lets the account run until {@code until}, that day included. Only a request under review can be approved, and
     * never by who asked, entered, sponsors or reviewed it.
     */
    void approve(PersonId by, LocalDate until, @Nullable String conditions, Now now, List<Addressee> told) {
        var next = state.to(ExceptionState.APPROVED);
        refuse(partOf(by));
        if (until.isBefore(askedFrom)) throw new Refusal("until", "freeze.dates.order");
        if (until.isBefore(now.today())) throw new Refusal("until", "freeze.until.past");
        this.state = next;
        this.validFrom = askedFrom;
        this.validUntil = until;
        this.firstUntil = until;
        this.conditions = conditions;
        decided(by, null, now.at());
        happened(new ExceptionApproved(id.value(), told(number(), told), until, conditions, now.at()));
    }

    /** Refuses it, with a reason the requester reads. */
    void deny(PersonId by, String reason, Instant at, List<Addressee> told) {
        var next = state.to(ExceptionState.DENIED);
        refuse(partOf(by));
        this.state = next;
        decided(by, reason, at);
        happened(new ExceptionDenied(id.value(), told(number(), told), reason, at));
    }

    /** The requester does not need it any more: before the decision, or while the account was never made. */
    void withdraw(Now now) {
        state = stateOn(now.today()).to(ExceptionState.WITHDRAWN);
        happened(new ExceptionWithdrawn(id.value(), now.at()));
    }

    /** The account exists. */
    void activate(AccountId account, Now now) {
        var next = stateOn(now.today()).to(ExceptionState.ACTIVE);
        if (validFrom != null && now.today().isBefore(validFrom)) throw new Refusal("address", "freeze.account.early");
        this.state = next;
        this.account = account;
        happened(new ExceptionActivated(id.value(), now.at()));
    }

    /** Takes it back before its end, with a reason the owner reads. */
    void revoke(PersonId by, String reason, Now now, List<Addressee> told) {
        this.state = stateOn(now.today()).to(ExceptionState.REVOKED);
        decided(by, reason, now.at());
        happened(new ExceptionRevoked(id.value(), told(number(), told), reason, account != null, now.at()));
    }

    /** Records that the last day is over; nothing depends on it but the record and the mail. */
    void expire(Now now, List<Addressee> told) {
        if (inForceOn(now.today()) || stateOn(now.today()) != ExceptionState.EXPIRED) throw new NotInThisState(state);
        var last = required(validUntil);
        this.state = state.to(ExceptionState.EXPIRED);
        happened(new ExceptionExpired(id.value(), told(number(), told), last, account != null, now.at()));
    }

    /** Asks for a later end date, as an item of its own at the desk; one at a time, and only up to the cap. */
    Extension askExtension(Reference reference, PersonId by, LocalDate until, String reason, int cap, Now now) {
        mayBeExtended(until, cap, now.today());
        if (openExtension().isPresent()) throw new Refusal("until", "freeze.extension.open");
        var extension = new Extension(reference, by, until, reason, now.at());
        asked.add(extension);
        happened(new ExtensionAsked(id.value(), now.at()));
        return extension;
    }

    void recommendExtension(Reference reference, PersonId by, Verdict verdict, @Nullable String words, Instant at) {
        var extension = extension(reference);
        extension.mustBeOpen();
        refuse(partIn(extension, by).filter(part -> part != Part.REVIEWED));
        extension.recommend(by, verdict, words, at);
        happened(new ExceptionRecommended(id.value(), at));
    }

    /** Grants what was asked for, until the day the admin says. */
    void approveExtension(Reference reference, PersonId by, LocalDate until, int cap, Now now, List<Addressee> told) {
        var extension = extension(reference);
        extension.mustBeOpen();
        refuse(partIn(extension, by));
        mayBeExtended(until, cap, now.today());
        extension.decide(ExceptionState.APPROVED, by, null, now.at());
        lengthen(until, extension.reference(), now, told);
    }

    void denyExtension(Reference reference, PersonId by, String reason, Instant at, List<Addressee> told) {
        var extension = extension(reference);
        extension.mustBeOpen();
        refuse(partIn(extension, by));
        extension.decide(ExceptionState.DENIED, by, reason, at);
        happened(new ExtensionDenied(id.value(), told(extension.reference(), told), required(validUntil), reason, at));
    }

    void withdrawExtension(Reference reference, Instant at) {
        var extension = extension(reference);
        extension.mustBeOpen();
        extension.decide(ExceptionState.WITHDRAWN, null, null, at);
        happened(new ExtensionWithdrawn(id.value(), at));
    }

    /** An admin gives more time without being asked in writing; not one who has asked, entered or sponsors it. */
    void extend(PersonId by, LocalDate until, int cap, Now now, List<Addressee> told) {
        refuse(partOf(by).filter(part -> part != Part.REVIEWED));
        mayBeExtended(until, cap, now.today());
        if (openExtension().isPresent()) throw new Refusal("until", "freeze.extension.open");
        lengthen(until, number(), now, told);
    }

    private void mayBeExtended(LocalDate until, int cap, LocalDate today) {
        var standing = stateOn(today);
        if (!standing.granted()) throw new NotInThisState(standing);
        if (extensions >= cap) throw new Refusal("until", "freeze.extension.cap", cap);
        if (!until.isAfter(required(validUntil))) throw new Refusal("until", "freeze.extension.earlier");
    }

    private void lengthen(LocalDate until, Reference item, Now now, List<Addressee> told) {
        this.validUntil = until;
        this.extensions++;
        happened(new ExceptionExtended(id.value(), told(item, told), until, now.at()));
    }

    private void decided(PersonId by, @Nullable String reason, Instant at) {
        this.decidedBy = by;
        this.decidedAt = at;
        this.decisionReason = reason;
    }

    private static void refuse(Optional<Part> part) {
        part.ifPresent(has -> {
            throw new SamePersonDecides(has);
        });
    }

    /** What this person already did in it, and so may not decide; by person, never by role. */
    Optional<Part> partOf(PersonId person) {
        return Part.of(person, requester, enteredBy, sponsor, reviewers.contains(person));
    }

    private Optional<Part> partIn(Extension extension, PersonId person) {
        if (extension.askedBy(person)) return Optional.of(Part.ASKED);
        return Part.of(person, requester, enteredBy, sponsor, extension.reviewedBy(person));
    }

    private Told told(Reference item, List<Addressee> to) {
        return new Told(item, number(), label(), to);
    }

    /** Where it stands on that day of the organization's calendar, whatever was recorded. */
    ExceptionState stateOn(LocalDate day) {
        return state.granted() && validUntil != null && day.isAfter(validUntil) ? ExceptionState.EXPIRED : state;
    }

    /** Whether the account may run on that day: granted, begun, and the last day not over. */
    boolean inForceOn(LocalDate day) {
        return stateOn(day).granted() && validFrom != null && !day.isBefore(validFrom);
    }

    /** Whoever hears of a decision: requester and sponsor, and who runs the account once there is one to run. */
    Set<PersonId> owners() {
        var owners = new LinkedHashSet<>(List.of(requester, sponsor));
        if (state.granted()) owners.addAll(administrators);
        return owners;
    }

    boolean belongsTo(PersonId person) {
        return person.equals(requester)
                || person.equals(enteredBy)
                || person.equals(sponsor)
                || administrators.contains(person);
    }

    Optional<Extension> openExtension() {
        return asked.stream().filter(Extension::isOpen).findFirst();
    }

    private Extension extension(Reference reference) {
        return asked.stream()
                .filter(extension -> extension.reference().equals(reference))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static LocalDate required(@Nullable LocalDate date) {
        if (date == null) throw new IllegalStateException("an exception that was granted has its dates");
        return date;
    }

    /** "Sample Summer Camp, Instagram". */
    String label() {
        return accountName + ", " + platform.label();
    }

    ExceptionId id() {
        return id;
    }

    Reference number() {
        return new Reference(reference);
    }

    boolean isExtension(Reference item) {
        return !item.equals(number());
    }

    PersonId requester() {
        return requester;
    }

    UnitId unit() {
        return unit;
    }

    Platform platform() {
        return platform;
    }

    String accountName() {
        return accountName;
    }

    Set<PersonId> administrators() {
        return Set.copyOf(administrators);
    }

    LocalDate askedUntil() {
        return askedUntil;
    }

    @Nullable LocalDate validUntil() {
        return validUntil;
    }

    @Nullable LocalDate firstUntil() {
        return firstUntil;
    }

    int extensions() {
        return extensions;
    }

    @Nullable AccountId account() {
        return account;
    }
}
