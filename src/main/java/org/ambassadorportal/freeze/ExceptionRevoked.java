package org.ambassadorportal.freeze;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;

/** An exception was taken back before its end. */
record ExceptionRevoked(UUID subject, Told told, String reason, Instant at) implements Happened, Mailed {

    @Override
    public List<Letter> letters() {
        return told.letter("freeze-revoked", null, null, reason);
    }
}
