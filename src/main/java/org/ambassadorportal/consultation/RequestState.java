package org.ambassadorportal.consultation;

/** Where a request stands: pending until it is decided; what was accepted can still be canceled, and takes place or not. */
enum RequestState {
    PENDING,
    ACCEPTED,
    REJECTED,
    CANCELED,
    /** It took place. */
    DONE,
    /** Nobody came. */
    NO_SHOW;

    /**
     * The next state.
     *
     * @throws AlreadyDecided when there is no way from here to there
     */
    RequestState to(RequestState next) {
        boolean may = switch (this) {
            case PENDING -> next == ACCEPTED || next == REJECTED || next == CANCELED;
            case ACCEPTED -> next == CANCELED || next == DONE || next == NO_SHOW;
            case REJECTED, CANCELED, DONE, NO_SHOW -> false;
        };
        if (!may) throw new AlreadyDecided(this);
        return next;
    }
}
