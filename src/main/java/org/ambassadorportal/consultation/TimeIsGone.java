package org.ambassadorportal.consultation;

import org.ambassadorportal.kernel.Conflict;

/** The proposed time was no longer held, and somebody else has it; the request is the team's again. */
class TimeIsGone extends Conflict {

    TimeIsGone() {
        super("consultation.time-gone");
    }
}
