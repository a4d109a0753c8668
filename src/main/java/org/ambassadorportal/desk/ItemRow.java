package org.ambassadorportal.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * An item as lists and pages show it.
 *
 * @param enteredBy who sent it in; somebody else than the requester where it was asked for a colleague
 * @param firstResponseAt when the team first answered or decided; stays as it is for good
 * @param firstDueAt by when it is to be answered
 * @param dueAt by when it is to be settled; {@code null} while that clock stands still
 * @param nextDueAt which of the two runs out next; {@code null} while neither runs
 * @param worked the business time in which the resolution clock ran, up to when its status changed last
 * @param waitsSince since when it waits for the requester or a date
 * @param waited how long it waited before
 * @param wakesAt when it goes on by itself, while it waits for a date
 * @param snoozedUntil until when it is put aside
 * @param unread whether the requester said something that nobody of the team has reacted to
 * @param follows the settled item this one goes on from
 * @param followedBy the latest item that goes on from this one
 * @param tags the team's words for it; never shown to requesters
 * @param incomplete whether it was written down for somebody, and something that its intake asks is still open
 * @param mergedInto the item it goes on in
 * @param origin the item of whose message it was made
 * @param version what a form carries, so that two people do not decide past each other
 */
public record ItemRow(
        Reference reference,
        String kind,
        String title,
        Status status,
        @Nullable String outcome,
        PersonId requester,
        String requesterName,
        String requesterMail,
        PersonId enteredBy,
        String enteredByName,
        @Nullable UnitId unit,
        @Nullable String unitName,
        @Nullable PersonId assignee,
        @Nullable String assigneeName,
        Instant receivedAt,
        Priority priority,
        @Nullable Instant firstResponseAt,
        @Nullable Instant firstDueAt,
        @Nullable Instant dueAt,
        @Nullable Instant nextDueAt,
        Duration worked,
        @Nullable Instant waitsSince,
        Duration waited,
        @Nullable Instant wakesAt,
        @Nullable Instant snoozedUntil,
        @Nullable Instant settledAt,
        @Nullable String settledByName,
        boolean unread,
        @Nullable Reference follows,
        @Nullable Reference followedBy,
        @Nullable Reference mergedInto,
        @Nullable Reference origin,
        List<String> tags,
        boolean incomplete,
        long version) {

    /** Where the team works on it. */
    public String path() {
        return path(kind, reference);
    }

    /** Where its requester follows it. */
    public String requestPath() {
        return requestPath(reference);
    }

    /** Whether it was settled, and its requester's answer opened it again: its outcome stands and is not decided anew. */
    public boolean isReopened() {
        return outcome != null && !status.isOver();
    }

    /** Until when an answer of the requester opens it again; {@code null} where it does not. */
    public @Nullable Instant opensUntil() {
        return settledAt == null || WorkItem.WITHDRAWN.equals(outcome) ? null : settledAt.plus(WorkItem.REOPENS);
    }

    /** Whether it waits for a date that was agreed, and not for its requester. */
    public boolean isDated() {
        return wakesAt != null;
    }

    /** What stands for its status in the messages; "DATED" while it waits for a date, "ASIDE" while it is put aside. */
    public String stand() {
        if (snoozedUntil != null) return "ASIDE";
        return isDated() ? "DATED" : status.name();
    }

    /** Whether somebody asked for a colleague. */
    public boolean forColleague() {
        return !requester.equals(enteredBy);
    }

    static String path(String kind, Reference reference) {
        return "/desk/" + kind + "/" + reference;
    }

    static String requestPath(Reference reference) {
        return "/requests/" + reference;
    }
}
