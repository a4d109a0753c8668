package org.ambassadorportal.ambassador;

import org.ambassadorportal.kernel.Conflict;

/** Where an enrollment stands. Approved, declined and withdrawn are ends; whoever tries again begins another one. */
enum EnrollmentState {
    /** Being filled in; nobody else sees it. */
    DRAFT,
    /** With the comms team. */
    SUBMITTED,
    /** Back with the person, who was asked to change something. */
    CHANGES_ASKED,
    APPROVED,
    DECLINED,
    WITHDRAWN;

    /** The next state, if this one may become it. */
    EnrollmentState to(EnrollmentState next) {
        boolean allowed = switch (this) {
            case DRAFT -> next == SUBMITTED;
            case SUBMITTED -> next == CHANGES_ASKED || next == APPROVED || next == DECLINED || next == WITHDRAWN;
            case CHANGES_ASKED -> next == SUBMITTED || next == DECLINED || next == WITHDRAWN;
            case APPROVED, DECLINED, WITHDRAWN -> false;
        };
        if (allowed) return next;
        if (isOver()) throw new AlreadyDecided();
        throw new Conflict(this == SUBMITTED ? "enrollment.conflict.sent" : "enrollment.conflict.not-sent");
    }

    /** Whether the person may write in it. */
    boolean isEditable() {
        return this == DRAFT || this == CHANGES_ASKED;
    }

    boolean isOver() {
        return this == APPROVED || this == DECLINED || this == WITHDRAWN;
    }
}
