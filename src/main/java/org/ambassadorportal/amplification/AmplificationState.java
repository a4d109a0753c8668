package org.ambassadorportal.amplification;

/** Where a request stands: pending until it is decided; what was accepted can still be canceled. */
enum AmplificationState {
    PENDING,
    ACCEPTED,
    REJECTED,
    CANCELED;

    /**
     * The next state.
     *
     * @throws AlreadyDecided when there is no way from here to there
     */
    AmplificationState to(AmplificationState next) {
        boolean may = switch (this) {
            case PENDING -> next != PENDING;
            case ACCEPTED -> next == CANCELED;
            case REJECTED, CANCELED -> false;
        };
        if (!may) throw new AlreadyDecided(this);
        return next;
    }
}
