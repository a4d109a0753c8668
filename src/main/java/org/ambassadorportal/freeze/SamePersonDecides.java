package org.ambassadorportal.freeze;

import org.ambassadorportal.kernel.NotAllowed;

/** Two or three different people must act: who asked, entered, sponsors or reviewed does not decide as well. */
final class SamePersonDecides extends NotAllowed {

    SamePersonDecides(Part part) {
        super(part.key());
    }
}
