package org.ambassadorportal.training;

import org.ambassadorportal.kernel.Refusal;

/** The host has no time then; said at the field {@code host}, with those who have. */
final class HostNotFree extends Refusal {

    /** @param outside whether even their hours did not matter, so that something of theirs stands there */
    HostNotFree(boolean outside) {
        super("host", outside ? "training.host.taken" : "training.host.busy");
    }
}
