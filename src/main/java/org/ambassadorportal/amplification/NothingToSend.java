package org.ambassadorportal.amplification;

import org.ambassadorportal.kernel.Conflict;

/** There is no draft, or none that could be sent as it is. */
class NothingToSend extends Conflict {

    NothingToSend() {
        super("amplification.nothing-to-send");
    }
}
