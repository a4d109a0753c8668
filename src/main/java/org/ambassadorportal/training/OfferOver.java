package org.ambassadorportal.training;

import org.ambassadorportal.kernel.Conflict;

/** The time to say yes is over, and the seat went on to the next. */
final class OfferOver extends Conflict {

    OfferOver() {
        super("training.offer.over");
    }
}
