package org.ambassadorportal.freeze;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;

/** The reviewer asks the requester something before going on. */
record ExceptionQueried(UUID subject, Told told, String question, Instant at) implements Happened, Mailed {

    @Override
    public List<Letter> letters() {
        return told.letter("freeze-queried", null, null, question);
    }
}
