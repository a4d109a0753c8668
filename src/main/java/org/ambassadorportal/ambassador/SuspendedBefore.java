package org.ambassadorportal.ambassador;

import org.ambassadorportal.kernel.Conflict;

/** Somebody else suspended the page first. */
class SuspendedBefore extends Conflict {

    SuspendedBefore() {
        super("ambassador.conflict.suspended");
    }
}
