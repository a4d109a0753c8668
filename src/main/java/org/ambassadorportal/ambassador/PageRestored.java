package org.ambassadorportal.ambassador;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;

/** The comms team brought a page back. */
record PageRestored(UUID subject, Addressee owner, Instant at) implements Happened, Mailed {

    @Override
    public List<Letter> letters() {
        return List.of(new Letter("page-restored", List.of(owner), null, Map.of(), null, "/me", null));
    }
}
