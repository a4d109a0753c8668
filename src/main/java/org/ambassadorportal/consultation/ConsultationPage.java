package org.ambassadorportal.consultation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.ambassadorportal.calendar.Demand;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.offering.BookingRules;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.OfferingId;
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
        @Nullable OfferedThen offered,
        @Nullable ZoneId zone,
        List<Guest> guests,
        List<Reply> replies,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable Outcome outcome,
        @Nullable Told told,
        Rules rules) {

    /**
     * What it is for.
     *
     * @param preparation what to prepare
     */
    record OfferedThen(OfferingId id, String name, @Nullable String preparation) {}

    /**
     * The booking with its host's name.
     *
     * @param ahead whether it has not begun yet
     * @param why why it went to its host; {@code null} where the team chose
     * @param outsideHours whether the team knowingly set it outside of the host's hours
     * @param heldUntil until when a proposed time is kept free
     * @param held whether it still is
     * @param hostGone whether its host is no longer of the team, or can no longer sign in
     * @param limit how long before it the requester may change it alone; {@code null} where only the team does
     * @param late whether it is too late for that
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
            boolean ahead,
            @Nullable Why why,
            boolean outsideHours,
            @Nullable Instant heldUntil,
            boolean held,
            boolean hostGone,
            BookingId id,
            @Nullable Duration limit,
            boolean late) {

        /** Whether the requester may move or cancel it alone. */
        public boolean isChangeable() {
            return state == BookingState.ACCEPTED && ahead && limit != null && !late;
        }

        public boolean isProposed() {
            return state == BookingState.PENDING;
        }
    }

    /** What the requester said afterwards. */
    record Told(Helped helped, @Nullable String more, Instant at) {}

    /** The terms of its offering, as they are now. */
    record Rules(OfferingId offering, BookingRules rules, Set<PersonId> hosts) {

        /** What time it needs, as the team itself sets it. */
        Demand demand(int minutes, Format format) {
            return Demand.of(offering, rules, hosts, minutes, format).byTheTeam();
        }
    }

    /** Whether a free time was chosen, which stands. */
    public boolean isBooked() {
        return isAccepted() && offered != null && booking != null && offering == RequestKind.CONSULTATION;
    }

    public boolean isPending() {
        return state == RequestState.PENDING;
    }

    public boolean isAccepted() {
        return state == RequestState.ACCEPTED;
    }

    public boolean isDone() {
        return state == RequestState.DONE;
    }

    /** Whether it needs another host, because its own is gone. */
    public boolean needsHost() {
        return isAccepted() && booking != null && booking.ahead() && booking.hostGone();
    }

    /** What is agreed, and not over yet. */
    public @Nullable Held agreed() {
        return isAccepted() ? booking : null;
    }

    /** The proposed time that waits for an answer. */
    public @Nullable Held proposal() {
        return isPending() && booking != null && booking.isProposed() ? booking : null;
    }
}
