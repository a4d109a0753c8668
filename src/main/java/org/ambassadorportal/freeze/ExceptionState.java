package org.ambassadorportal.freeze;

/**
 * Where an exception stands, and where it may go from there. What is written down is not the whole truth: an approved
 * exception whose last day is over has expired, whether or not a job has recorded it ({@link ExceptionCase#stateOn}).
 */
enum ExceptionState {
    DRAFT,
    IN_REVIEW,
    APPROVED,
    DENIED,
    WITHDRAWN,
    /** Approved, and the account exists. */
    ACTIVE,
    EXPIRED,
    REVOKED;

    boolean mayBecome(ExceptionState next) {
        return switch (this) {
            case DRAFT -> next == IN_REVIEW;
            case IN_REVIEW -> next == APPROVED || next == DENIED || next == WITHDRAWN;
            case APPROVED -> next == ACTIVE || next == EXPIRED || next == REVOKED || next == WITHDRAWN;
            case ACTIVE -> next == EXPIRED || next == REVOKED;
            case DENIED, WITHDRAWN, EXPIRED, REVOKED -> false;
        };
    }

    /** The next state, or the error that says where it stands instead. */
    ExceptionState to(ExceptionState next) {
        if (!mayBecome(next)) throw new NotInThisState(this);
        return next;
    }

    /** Whether an account may run under it, as long as the dates allow. */
    public boolean granted() {
        return this == APPROVED || this == ACTIVE;
    }
}
