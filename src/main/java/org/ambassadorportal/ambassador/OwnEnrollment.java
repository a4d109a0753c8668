package org.ambassadorportal.ambassador;

import org.ambassadorportal.kernel.NotAllowed;

/** Nobody decides on their own enrollment, whatever their role. */
class OwnEnrollment extends NotAllowed {

    OwnEnrollment() {
        super("enrollment.own");
    }
}
