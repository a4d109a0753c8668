package org.ambassadorportal.freeze;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;

/** An exception was asked for; its sponsor is told that their name stands in it. */
record ExceptionAsked(UUID subject, Told told, Instant at) implements Happened, Mailed {

    @Override
    public List<Letter> letters() {
        return told.letter("freeze-asked", null, null, null);
    }
}
