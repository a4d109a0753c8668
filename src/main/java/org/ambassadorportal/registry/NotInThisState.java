package org.ambassadorportal.registry;

import org.ambassadorportal.kernel.Conflict;

/** The entry stands elsewhere by now. */
final class NotInThisState extends Conflict {

    NotInThisState(AccountState state) {
        super("registry.already." + state.name());
    }
}
