package org.ambassadorportal.policy;

import org.ambassadorportal.kernel.Conflict;

/** Somebody acknowledged a text that is not, or no longer, the current one: it must be read again. */
class PolicyTextChanged extends Conflict {

    PolicyTextChanged() {
        super("policy.attest.changed");
    }
}
