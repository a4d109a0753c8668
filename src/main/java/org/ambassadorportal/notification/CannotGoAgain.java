package org.ambassadorportal.notification;

import org.ambassadorportal.kernel.Conflict;

/** Only what failed or was sent can be sent again; this mail waits already, or is kept in the portal. */
class CannotGoAgain extends Conflict {

    CannotGoAgain() {
        super("outbox.again.not");
    }
}
