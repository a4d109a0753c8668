package org.ambassadorportal.consultation;

/** Where a booking stands: pending while a time is proposed; another time may follow a rejected one. */
enum BookingState {
    PENDING,
    ACCEPTED,
    REJECTED,
    CANCELED;

    /**
     * The next state.
     *
     * @throws NothingProposed when there is no way from here to there
     */
    BookingState to(BookingState next) {
        boolean may = switch (this) {
            case PENDING -> true;
            case ACCEPTED -> next == CANCELED;
            case REJECTED -> next != REJECTED;
            case CANCELED -> false;
        };
        if (!may) throw new NothingProposed();
        return next;
    }
}
