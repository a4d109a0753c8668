package org.ambassadorportal.consultation;

import org.ambassadorportal.kernel.Conflict;

/** The two questions were answered already; they are asked once. */
class AlreadyAnswered extends Conflict {

    AlreadyAnswered() {
        super("consultation.feedback.already");
    }
}
