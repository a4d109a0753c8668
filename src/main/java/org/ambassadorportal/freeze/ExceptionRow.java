package org.ambassadorportal.freeze;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;

/**
 * An exception in a list.
 *
 * @param state where it stands today, computed from its dates
 * @param ends the day by which lists are ordered: the last day, or the one asked for
 * @param openItem the reference of an extension that waits for a decision
 */
record ExceptionRow(
        ExceptionId id,
        Reference reference,
        String accountName,
        Platform platform,
        @Nullable String handle,
        String unitName,
        ExceptionState state,
        LocalDate askedUntil,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate firstUntil,
        LocalDate ends,
        int extensions,
        @Nullable String conditions,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        PersonId requester,
        PersonId enteredBy,
        PersonId sponsor,
        boolean viewerReviewed,
        @Nullable Long openItem,
        @Nullable LocalDate openUntil,
        @Nullable PersonId openAskedBy,
        boolean viewerReviewedOpen,
        LocalDate today) {

    /** Days until the last day; shown when few are left. */
    public long daysLeft() {
        return validUntil == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(today, validUntil);
    }

    /** Whether it ends within 60 days. */
    public boolean endsSoon() {
        return state.granted() && daysLeft() <= 60;
    }

    public boolean begins() {
        return state.granted() && validFrom != null && validFrom.isAfter(today);
    }

    public String label() {
        return accountName + ", " + platform.label();
    }

    /** When it was taken back, if it was. */
    public @Nullable Instant revokedAt() {
        return state == ExceptionState.REVOKED ? decidedAt : null;
    }

    public boolean extended() {
        return extensions > 0;
    }

    /** Why this viewer may not decide what waits here; a key of the messages, {@code null} when they may. */
    public @Nullable String mayNot(PersonId viewer) {
        if (openAskedBy != null && viewer.equals(openAskedBy)) return Part.ASKED.key();
        boolean reviewed = openItem != null ? viewerReviewedOpen : viewerReviewed;
        return Part.of(viewer, requester, enteredBy, sponsor, reviewed)
                .map(Part::key)
                .orElse(null);
    }
}
