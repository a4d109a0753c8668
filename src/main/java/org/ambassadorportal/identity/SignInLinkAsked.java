package org.ambassadorportal.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** Somebody asked for a sign-in link; the mail carries it. */
record SignInLinkAsked(Addressee to, UUID ticket, boolean first, String lasts, Instant at) implements Happened, Mailed {

    @Override
    public UUID subject() {
        return to.id().value();
    }

    @Override
    public List<Letter> letters() {
        var key = first ? "sign-in.first" : "sign-in.again";
        return List.of(new Letter(key, List.of(to), null, Map.of("works", lasts), null, "/sign-in/link", ticket));
    }
}
