package org.ambassadorportal.freeze;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;

/** An exception has a later end date; the first one is kept. */
record ExceptionExtended(UUID subject, Told told, LocalDate until, Instant at) implements Happened, Mailed {

    @Override
    public List<Letter> letters() {
        return told.letter("freeze-extended", until, null, null);
    }
}
