package org.ambassadorportal.consultation;

import org.ambassadorportal.kernel.Conflict;

/** There is no draft, or none that could be sent as it is. */
class NothingToSend extends Conflict {

    NothingToSend() {
        super("consultation.nothing-to-send");
    }
}
