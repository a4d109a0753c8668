package org.ambassadorportal.consultation;

import java.time.Instant;
import java.util.List;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.registry.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A request as the desk and its requester see it.
 *
 * @param phone where to call; shown to the comms team alone
 */
record ConsultationPage(
        Reference reference,
        long version,
        RequestKind offering,
        RequestState state,
        boolean forDepartment,
        @Nullable String unit,
        String topic,
        List<String> links,
        @Nullable String audience,
        @Nullable Integer people,
        @Nullable String meeting,
        @Nullable String equipment,
        Format format,
        @Nullable String place,
        @Nullable String phone,
        int minutes,
        @Nullable String times,
        List<Wish> wishes,
        List<AccountId> accounts,
        @Nullable Held booking,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    /**
     * The booking with its host's name.
     *
     * @param ahead whether it has not begun yet
     */
    record Held(
            BookingState state,
            Instant starts,
            Instant ends,
            int minutes,
            PersonId host,
            String hostName,
            Format format,
            @Nullable String place,
            boolean ahead) {

        public boolean isProposed() {
            return state == BookingState.PENDING;
        }
    }

    public boolean isPending() {
        return state == RequestState.PENDING;
    }

    public boolean isAccepted() {
        return state == RequestState.ACCEPTED;
    }

    /** The proposed time that waits for an answer. */
    public @Nullable Held proposal() {
        return isPending() && booking != null && booking.isProposed() ? booking : null;
    }
}
