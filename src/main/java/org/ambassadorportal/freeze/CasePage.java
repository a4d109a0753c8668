package org.ambassadorportal.freeze;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.registry.AccountId;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;

/** An exception with all that stands on its pages, as one viewer sees it on one day. */
record CasePage(
        CaseRow row,
        List<ExtensionRow> extensions,
        List<String> administrators,
        PersonId viewer,
        LocalDate today,
        int cap) {

    /** The exception itself. */
    record CaseRow(
            ExceptionId id,
            Reference reference,
            ExceptionState state,
            PersonId requester,
            String requesterName,
            PersonId enteredBy,
            String enteredByName,
            String accountName,
            Platform platform,
            @Nullable String handle,
            String unitName,
            PersonId sponsor,
            String sponsorName,
            String sponsorTitle,
            String sponsorMail,
            String reason,
            String audience,
            LocalDate askedFrom,
            LocalDate askedUntil,
            Instant askedAt,
            @Nullable Verdict verdict,
            @Nullable String reviewWords,
            @Nullable String reviewedByName,
            @Nullable Instant reviewedAt,
            @Nullable String conditions,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate firstUntil,
            int extensions,
            @Nullable String decidedByName,
            @Nullable Instant decidedAt,
            @Nullable String decisionReason,
            @Nullable AccountId account,
            boolean viewerReviewed,
            boolean viewerRuns,
            boolean viewerAdmin,
            @Nullable String administratorNames) {

        List<String> administrators() {
            return administratorNames == null
                    ? List.of()
                    : administratorNames.lines().toList();
        }
    }

    /** A later end date that was asked for. */
    record ExtensionRow(
            Reference reference,
            ExceptionState state,
            PersonId askedBy,
            String askedByName,
            LocalDate askedUntil,
            Instant askedAt,
            String reason,
            @Nullable Verdict verdict,
            @Nullable String reviewWords,
            @Nullable String reviewedByName,
            @Nullable Instant reviewedAt,
            @Nullable String decidedByName,
            @Nullable Instant decidedAt,
            @Nullable String decisionReason,
            boolean viewerReviewed) {

        public boolean open() {
            return state == ExceptionState.IN_REVIEW;
        }
    }

    /** Where it stands today, whatever was recorded. */
    public ExceptionState state() {
        return row.state().granted() && row.validUntil() != null && today.isAfter(row.validUntil())
                ? ExceptionState.EXPIRED
                : row.state();
    }

    /** Where it stands, as a key of the messages; an account that was never opened need not be archived. */
    public String standing() {
        boolean ended = state() == ExceptionState.EXPIRED || state() == ExceptionState.REVOKED;
        return "freeze.mine." + state() + (ended && row.account() == null ? ".unopened" : "");
    }

    public boolean inForce() {
        return state().granted() && row.validFrom() != null && !today.isBefore(row.validFrom());
    }

    public String label() {
        return row.accountName() + ", " + row.platform().label();
    }

    /** The extension that waits for a decision. */
    public @Nullable ExtensionRow openExtension() {
        return extensions.stream().filter(ExtensionRow::open).findFirst().orElse(null);
    }

    Optional<ExtensionRow> extension(Reference item) {
        return extensions.stream().filter(each -> each.reference().equals(item)).findFirst();
    }

    public boolean belongsToViewer() {
        return viewer.equals(row.requester())
                || viewer.equals(row.enteredBy())
                || viewer.equals(row.sponsor())
                || row.viewerRuns();
    }

    public boolean mayBeExtended() {
        return state().granted() && row.extensions() < cap && openExtension() == null;
    }

    /** Why the viewer may not decide the exception; a key of the messages, {@code null} when they may. */
    public @Nullable String mayNotDecide() {
        return Part.of(viewer, row.requester(), row.enteredBy(), row.sponsor(), row.viewerReviewed())
                .map(Part::key)
                .orElse(null);
    }

    /** Why the viewer may not review it; having reviewed it before is no reason. */
    public @Nullable String mayNotReview() {
        return Part.of(viewer, row.requester(), row.enteredBy(), row.sponsor(), false)
                .map(Part::key)
                .orElse(null);
    }

    /** The same for an extension, which has a review of its own. */
    public @Nullable String mayNotDecide(ExtensionRow extension) {
        if (viewer.equals(extension.askedBy())) return Part.ASKED.key();
        return Part.of(viewer, row.requester(), row.enteredBy(), row.sponsor(), extension.viewerReviewed())
                .map(Part::key)
                .orElse(null);
    }

    public @Nullable String mayNotReview(ExtensionRow extension) {
        return viewer.equals(extension.askedBy()) ? Part.ASKED.key() : mayNotReview();
    }
}
