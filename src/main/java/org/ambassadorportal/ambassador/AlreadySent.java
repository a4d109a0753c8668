package org.ambassadorportal.ambassador;

import org.ambassadorportal.kernel.Conflict;

/** The enrollment is with the comms team; it can be written in again when they ask for changes. */
class AlreadySent extends Conflict {

    AlreadySent() {
        super("enrollment.conflict.sent");
    }
}
