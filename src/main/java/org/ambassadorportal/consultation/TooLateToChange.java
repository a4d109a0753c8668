package org.ambassadorportal.consultation;

import org.ambassadorportal.kernel.Conflict;

/** The time is so near that it is changed with the host's help alone. */
class TooLateToChange extends Conflict {

    /** @param limit "24 hours" */
    TooLateToChange(String limit) {
        super("booking.late", limit);
    }
}
