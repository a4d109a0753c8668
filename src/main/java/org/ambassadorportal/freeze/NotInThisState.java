package org.ambassadorportal.freeze;

import org.ambassadorportal.kernel.Conflict;

/** The exception stands elsewhere by now: decided, withdrawn or over. */
final class NotInThisState extends Conflict {

    NotInThisState(ExceptionState state) {
        super("freeze.already." + state.name());
    }
}
