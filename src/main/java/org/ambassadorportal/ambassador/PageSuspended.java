package org.ambassadorportal.ambassador;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;

/** The comms team suspended a page, with the reason. */
record PageSuspended(UUID subject, Addressee owner, String reason, Instant at) implements Happened, Mailed {

    @Override
    public List<Letter> letters() {
        return List.of(new Letter("page-suspended", List.of(owner), null, Map.of(), reason, "/me", null));
    }
}
