package org.ambassadorportal.desk;

import org.ambassadorportal.kernel.Conflict;

/**
 * Where an item stands. Settled and merged are ends: a decision made is never undone. Only its requester's
 * answer opens a settled item again, for the talk ({@link WorkItem#reopen}).
 */
public enum Status {
    /** Nobody of the team has taken it or answered. */
    NEW,
    /** Somebody works on it. */
    OPEN,
    /** Waits for the requester. */
    PENDING,
    SETTLED,
    /** Goes on in another item. */
    MERGED;

    /** The next status, if this one may become it. */
    Status to(Status next) {
        if (this == next) return this;
        boolean allowed = switch (this) {
            case NEW, OPEN -> next != NEW;
            case PENDING -> next == OPEN || next == SETTLED || next == MERGED;
            case SETTLED, MERGED -> false;
        };
        if (allowed) return next;
        if (this == MERGED) throw AlreadySettled.merged();
        if (isOver()) throw new AlreadySettled();
        throw new Conflict("desk.conflict.status");
    }

    /** Whether the time until it is settled runs. */
    boolean runs() {
        return this == NEW || this == OPEN;
    }

    /** Whether nothing more is to be done. */
    public boolean isOver() {
        return this == SETTLED || this == MERGED;
    }
}
