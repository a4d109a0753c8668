package org.ambassadorportal.amplification;

import java.util.Locale;
import org.ambassadorportal.kernel.Conflict;

/** The request was decided or called off meanwhile. */
class AlreadyDecided extends Conflict {

    AlreadyDecided(AmplificationState state) {
        super("amplification.decided." + state.name().toLowerCase(Locale.ROOT));
    }
}
