package org.ambassadorportal.amplification;

import org.ambassadorportal.kernel.Conflict;

/** It is out; what was posted cannot be called off here. */
class AlreadyRan extends Conflict {

    AlreadyRan() {
        super("amplification.already-ran");
    }
}
