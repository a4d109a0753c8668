package org.ambassadorportal.freeze;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;

/** A later end date was refused; the exception ends when it was to end. */
record ExtensionDenied(UUID subject, Told told, LocalDate until, String reason, Instant at)
        implements Happened, Mailed {

    @Override
    public List<Letter> letters() {
        return told.letter("freeze-extension-denied", until, null, reason);
    }
}
