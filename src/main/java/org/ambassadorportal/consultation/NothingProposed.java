package org.ambassadorportal.consultation;

import org.ambassadorportal.kernel.Conflict;

/** There is no proposed time to answer: it was answered, replaced, or has passed. */
class NothingProposed extends Conflict {

    NothingProposed() {
        super("consultation.nothing-proposed");
    }
}
