package org.ambassadorportal.ambassador;

import org.ambassadorportal.kernel.Conflict;

/** The enrollment was approved, declined or withdrawn before this came. */
class AlreadyDecided extends Conflict {

    AlreadyDecided() {
        super("enrollment.conflict.decided");
    }
}
