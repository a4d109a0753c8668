package org.ambassadorportal.ambassador;

import org.ambassadorportal.kernel.Conflict;

/** The page is not suspended any more. */
class RestoredBefore extends Conflict {

    RestoredBefore() {
        super("ambassador.conflict.restored");
    }
}
