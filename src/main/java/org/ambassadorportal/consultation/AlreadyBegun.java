package org.ambassadorportal.consultation;

import org.ambassadorportal.kernel.Conflict;

/** The agreed time has come; it cannot be called off any more. */
class AlreadyBegun extends Conflict {

    AlreadyBegun() {
        super("consultation.begun");
    }
}
