package org.ambassadorportal.ambassador;

import org.ambassadorportal.kernel.Conflict;

/** The person has left; there is no page any more. */
class LeftBefore extends Conflict {

    LeftBefore() {
        super("ambassador.conflict.left");
    }
}
