package org.ambassadorportal.desk;

import org.ambassadorportal.kernel.Conflict;

/** The item was settled, by somebody else or by its requester, before this came. {@link ItemPage#conflict} says by whom. */
final class AlreadySettled extends Conflict {

    AlreadySettled() {
        super("desk.conflict.settled");
    }

    private AlreadySettled(String key) {
        super(key);
    }

    /** It goes on in another item. */
    static AlreadySettled merged() {
        return new AlreadySettled("desk.conflict.merged");
    }
}
