package org.ambassadorportal.freeze;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.jspecify.annotations.Nullable;

/** An account may be opened in spite of the freeze. */
record ExceptionApproved(
        UUID subject, Told told, LocalDate until, @Nullable String conditions, Instant at) implements Happened, Mailed {

    @Override
    public List<Letter> letters() {
        return told.letter("freeze-approved", until, conditions, null);
    }
}
