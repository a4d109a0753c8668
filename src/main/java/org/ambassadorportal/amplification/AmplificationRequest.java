package org.ambassadorportal.amplification;

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
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Aggregate;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.registry.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked to get the word out through an official account. It cannot exist without an answer about patients. The
 * comms team accepts it with an account and a day, or declines it; once accepted, it is noted where it ran.
 */
@Entity
@Table(name = "amplification_request")
class AmplificationRequest extends Aggregate<AmplificationRequest> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private AmplificationId id;

    @Embedded
    @AttributeOverride(name = "number", column = @Column(name = "reference"))
    private Reference reference;

    @Enumerated(EnumType.STRING)
    private AmplificationState state;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "requester_id"))
    private PersonId requester;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "entered_by_id"))
    private PersonId enteredBy;

    @Embedded
    private Story story;

    @ElementCollection
    @CollectionTable(name = "amplification_help", joinColumns = @JoinColumn(name = "request_id"))
    @Column(name = "help")
    @Enumerated(EnumType.STRING)
    private Set<Help> help = new LinkedHashSet<>();

    @ElementCollection
    @CollectionTable(name = "amplification_account", joinColumns = @JoinColumn(name = "request_id"))
    @AttributeOverride(name = "value", column = @Column(name = "account_id"))
    private Set<AccountId> accounts = new LinkedHashSet<>();

    @ElementCollection
    @CollectionTable(name = "amplification_ambassador", joinColumns = @JoinColumn(name = "request_id"))
    @AttributeOverride(name = "value", column = @Column(name = "person_id"))
    private Set<PersonId> ambassadors = new LinkedHashSet<>();

    private boolean patients;

    @ElementCollection
    @CollectionTable(name = "amplification_confirmed", joinColumns = @JoinColumn(name = "request_id"))
    @Column(name = "rule")
    @Enumerated(EnumType.STRING)
    private Set<PatientRule> confirmed = new LinkedHashSet<>();

    private String[] warnings;

    private @Nullable LocalDate runDay;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "run_account_id"))
    private @Nullable AccountId runAccount;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "request_id", nullable = false, updatable = false)
    private List<Run> runs = new ArrayList<>();

    @SuppressWarnings("UnusedVariable") // kept for the record; figures read it with SQL
    private Instant askedAt;

    /** Moves the version on when only a run was noted. */
    @SuppressWarnings("UnusedVariable")
    private Instant changedAt;

    @SuppressWarnings("UnusedVariable") // read with SQL
    private @Nullable Instant decidedAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "decided_by_id"))
    private @Nullable PersonId decidedBy;

    private @Nullable String reason;

    /** @param warned what looked revealing and was looked at again by the sender */
    AmplificationRequest(
            Reference reference,
            PersonId requester,
            PersonId enteredBy,
            Story story,
            Concerned concerned,
            PatientAnswer patients,
            Set<Revealing.Kind> warned,
            Instant at) {
        id = AmplificationId.next();
        this.reference = reference;
        this.requester = requester;
        this.enteredBy = enteredBy;
        this.story = story;
        help.addAll(concerned.help());
        accounts.addAll(concerned.accounts());
        ambassadors.addAll(concerned.ambassadors());
        this.patients = patients.involved();
        confirmed.addAll(patients.confirmed());
        warnings = warned.stream().map(Enum::name).sorted().toArray(String[]::new);
        state = AmplificationState.PENDING;
        askedAt = at;
        changedAt = at;
        happened(new AmplificationAsked(id, at));
    }

    @SuppressWarnings("NullAway.Init")
    protected AmplificationRequest() {}

    /**
     * Accepts it for an official account and a day.
     *
     * @param today the day in the organization's zone; nothing is promised for a day that has passed
     */
    void accept(AccountId account, LocalDate day, LocalDate today, PersonId by, List<Letter> letters, Instant at) {
        var accepted = state.to(AmplificationState.ACCEPTED);
        if (day.isBefore(today)) throw new Refusal("day", "amplification.day.past");
        runAccount = account;
        runDay = day;
        decided(accepted, by, at);
        happened(new AmplificationAccepted(id, letters, at));
    }

    /** Declines it for a reason that the requester reads. */
    void decline(String reason, PersonId by, List<Letter> letters, Instant at) {
        var rejected = state.to(AmplificationState.REJECTED);
        this.reason = reason;
        decided(rejected, by, at);
        happened(new AmplificationDeclined(id, letters, at));
    }

    /**
     * Notes where it ran; may be noted for several accounts.
     *
     * @param link the post's address, on the web
     */
    void ran(
            AccountId account,
            String link,
            LocalDate on,
            LocalDate today,
            PersonId by,
            List<Letter> letters,
            Instant at) {
        mustBeAccepted();
        if (on.isAfter(today)) throw new Refusal("ranOn", "amplification.ran.future");
        if (runs.stream().anyMatch(run -> run.link().equals(link)))
            throw new Refusal("link", "amplification.ran.twice");
        runs.add(new Run(account, link, on, by, at));
        changedAt = at;
        happened(new AmplificationRan(id, letters, at));
    }

    /**
     * The requester needs it no longer.
     *
     * @throws AlreadyRan when it is out already
     */
    void cancel(List<Letter> letters, Instant at) {
        if (!runs.isEmpty()) throw new AlreadyRan();
        state = state.to(AmplificationState.CANCELED);
        changedAt = at;
        happened(new AmplificationCanceled(id, letters, at));
    }

    private void decided(AmplificationState next, PersonId by, Instant at) {
        state = next;
        decidedBy = by;
        decidedAt = at;
        changedAt = at;
    }

    /** Only what was accepted runs, and only that is called off rather than withdrawn. */
    void mustBeAccepted() {
        if (state != AmplificationState.ACCEPTED) throw new NotAccepted();
    }

    /** Refuses a decision that was begun before somebody else changed the request. */
    void mustStillBe(@Nullable Long seen) {
        if (state == AmplificationState.PENDING) mustBe(seen);
    }

    AmplificationId id() {
        return id;
    }

    Reference reference() {
        return reference;
    }

    AmplificationState state() {
        return state;
    }

    PersonId requester() {
        return requester;
    }

    PersonId enteredBy() {
        return enteredBy;
    }

    Story story() {
        return story;
    }

    boolean patients() {
        return patients;
    }

    Set<PatientRule> confirmed() {
        return Set.copyOf(confirmed);
    }

    List<String> warnings() {
        return List.of(warnings);
    }

    @Nullable AccountId runAccount() {
        return runAccount;
    }

    @Nullable LocalDate runDay() {
        return runDay;
    }

    @Nullable String reason() {
        return reason;
    }

    Set<PersonId> ambassadors() {
        return Set.copyOf(ambassadors);
    }

    @Nullable PersonId decidedBy() {
        return decidedBy;
    }

    /** Whether this person asked, or entered it for the one who did. */
    boolean isOf(PersonId person) {
        return person.equals(requester) || person.equals(enteredBy);
    }

    List<Run> runs() {
        return List.copyOf(runs);
    }
}
