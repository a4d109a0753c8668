package org.ambassadorportal.ambassador;

import org.ambassadorportal.kernel.Conflict;

/** The owner of the page cannot sign in, so the page stays down. */
class OwnerDisabled extends Conflict {

    OwnerDisabled() {
        super("ambassador.conflict.disabled");
    }
}
