package org.ambassadorportal.ambassador;

import org.ambassadorportal.kernel.Conflict;

/** The person has an open enrollment, begun a moment ago in another window. */
class AlreadyEnrolling extends Conflict {

    AlreadyEnrolling() {
        super("enrollment.conflict.open");
    }
}
