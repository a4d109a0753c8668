package org.ambassadorportal.consultation;

import org.ambassadorportal.kernel.Conflict;

/** What can be said only afterwards was said too early. */
class NotYetBegun extends Conflict {

    NotYetBegun() {
        super("consultation.not-begun");
    }
}
