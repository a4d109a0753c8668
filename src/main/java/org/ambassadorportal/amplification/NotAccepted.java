package org.ambassadorportal.amplification;

import org.ambassadorportal.kernel.Conflict;

/** Only what was accepted can have run. */
class NotAccepted extends Conflict {

    NotAccepted() {
        super("amplification.not-accepted");
    }
}
