package org.ambassadorportal.ambassador;

import org.ambassadorportal.kernel.Conflict;

/** Something is still to be answered before an enrollment can be sent. */
class NotComplete extends Conflict {

    NotComplete() {
        super("enroll.incomplete");
    }
}
