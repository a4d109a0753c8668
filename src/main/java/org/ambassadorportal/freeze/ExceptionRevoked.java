package org.ambassadorportal.freeze;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;

/**
 * An exception was taken back before its end.
 *
 * @param opened whether the account was ever opened, as far as the portal was told
 */
record ExceptionRevoked(UUID subject, Told told, String reason, boolean opened, Instant at)
        implements Happened, Mailed {

    @Override
    public List<Letter> letters() {
        return told.letter(opened ? "freeze-revoked" : "freeze-revoked-unopened", null, null, reason);
    }
}
