package org.ambassadorportal.freeze;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Ids;
import org.jspecify.annotations.Nullable;

/** A later end date that somebody asked for: a part of its exception, with a reference and a review of its own. */
@Entity
@SuppressWarnings("UnusedVariable") // pages read the columns with SQL, not these fields
@Table(name = "freeze_extension")
class Extension {

    @Id
    private UUID id;

    private long reference;

    @Enumerated(EnumType.STRING)
    private ExceptionState state;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "asked_by_id"))
    private PersonId askedBy;

    private LocalDate askedUntil;
    private Instant askedAt;
    private String reason;

    @Enumerated(EnumType.STRING)
    private @Nullable Verdict verdict;

    private @Nullable String reviewWords;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "reviewed_by_id"))
    private @Nullable PersonId reviewedBy;

    private @Nullable Instant reviewedAt;
    private UUID[] reviewerIds = {};

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "decided_by_id"))
    private @Nullable PersonId decidedBy;

    private @Nullable Instant decidedAt;
    private @Nullable String decisionReason;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Extension() {}

    Extension(Reference reference, PersonId askedBy, LocalDate askedUntil, String reason, Instant askedAt) {
        this.id = Ids.next();
        this.reference = reference.number();
        this.state = ExceptionState.DRAFT.to(ExceptionState.IN_REVIEW);
        this.askedBy = askedBy;
        this.askedUntil = askedUntil;
        this.reason = reason;
        this.askedAt = askedAt;
    }

    void recommend(PersonId by, Verdict verdict, @Nullable String words, Instant at) {
        this.verdict = verdict;
        this.reviewWords = words;
        this.reviewedBy = by;
        this.reviewedAt = at;
        if (!reviewedBy(by)) {
            this.reviewerIds = Stream.concat(Arrays.stream(reviewerIds), Stream.of(by.value()))
                    .toArray(UUID[]::new);
        }
    }

    void decide(ExceptionState decision, @Nullable PersonId by, @Nullable String why, Instant at) {
        this.state = state.to(decision);
        this.decidedBy = by;
        this.decidedAt = at;
        this.decisionReason = why;
    }

    void mustBeOpen() {
        if (!isOpen()) throw new NotInThisState(state);
    }

    boolean isOpen() {
        return state == ExceptionState.IN_REVIEW;
    }

    boolean askedBy(PersonId person) {
        return person.equals(askedBy);
    }

    boolean reviewedBy(PersonId person) {
        return Arrays.asList(reviewerIds).contains(person.value());
    }

    Reference reference() {
        return new Reference(reference);
    }

    LocalDate askedUntil() {
        return askedUntil;
    }
}
