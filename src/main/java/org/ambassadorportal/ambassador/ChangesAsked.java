package org.ambassadorportal.ambassador;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;

/** A reviewer asked the person to change something, and said what. */
record ChangesAsked(UUID subject, Reference reference, Purpose purpose, Addressee to, String words, Instant at)
        implements Happened, Mailed {

    @Override
    public List<Letter> letters() {
        var key = purpose == Purpose.JOIN ? "enrollment-changes" : "enrollment-change-changes";
        return List.of(new Letter(key, List.of(to), reference.toString(), Map.of(), words, "/enroll", null));
    }
}
