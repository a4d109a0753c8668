package org.ambassadorportal.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** A person chose a password; they are told, in case it was not they. */
record PasswordSet(Addressee to, Instant at) implements Happened, Mailed {

    @Override
    public UUID subject() {
        return to.id().value();
    }

    @Override
    public List<Letter> letters() {
        return List.of(new Letter("sign-in.changed", List.of(to), null, Map.of(), null, "/sign-in", null));
    }
}
