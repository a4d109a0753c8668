package org.ambassadorportal.ambassador;

import org.ambassadorportal.kernel.Conflict;

/** A change of the page is with the comms team; it has to be withdrawn first. */
class ChangeUnderReview extends Conflict {

    ChangeUnderReview() {
        super("ambassador.conflict.review");
    }
}
