package org.ambassadorportal.organization;

import org.ambassadorportal.kernel.Refusal;

/** A unit cannot stand below itself or below one of its own. */
class BelowItself extends Refusal {

    BelowItself() {
        super("parent", "unit.below-itself");
    }
}
