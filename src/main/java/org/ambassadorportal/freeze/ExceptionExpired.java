package org.ambassadorportal.freeze;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;

/**
 * The last day of an exception is over.
 *
 * @param opened whether the account was ever opened, as far as the portal was told
 */
record ExceptionExpired(UUID subject, Told told, LocalDate until, boolean opened, Instant at)
        implements Happened, Mailed {

    @Override
    public List<Letter> letters() {
        return told.letter(opened ? "freeze-expired" : "freeze-expired-unopened", until, null, null);
    }
}
