package org.ambassadorportal.ambassador;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;

/** An ambassador left; what they entered is gone. */
record AmbassadorLeft(UUID subject, Addressee person, Instant at) implements Happened, Mailed {

    @Override
    public List<Letter> letters() {
        return List.of(new Letter("ambassador-left", List.of(person), null, Map.of(), null, "/me", null));
    }
}
