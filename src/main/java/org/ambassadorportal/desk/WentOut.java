package org.ambassadorportal.desk;

import org.ambassadorportal.kernel.Conflict;

/** The reply went out before it could be taken back. */
final class WentOut extends Conflict {

    WentOut() {
        super("desk.conflict.went-out");
    }
}
