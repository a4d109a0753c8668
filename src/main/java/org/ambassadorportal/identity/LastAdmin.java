package org.ambassadorportal.identity;

import org.ambassadorportal.kernel.Conflict;

/** Without this admin there would be none. */
class LastAdmin extends Conflict {

    LastAdmin() {
        super("staff.last-admin");
    }
}
