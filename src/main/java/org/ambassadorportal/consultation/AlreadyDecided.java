package org.ambassadorportal.consultation;

import java.util.Locale;
import org.ambassadorportal.kernel.Conflict;

/** The request was decided or called off meanwhile. */
class AlreadyDecided extends Conflict {

    AlreadyDecided(RequestState state) {
        super("consultation.decided." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
