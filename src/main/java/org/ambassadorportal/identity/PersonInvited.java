package org.ambassadorportal.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** An admin, or the portal at its first start, invited somebody; the mail carries a link. */
record PersonInvited(Addressee to, UUID ticket, String lasts, Instant at) implements Happened, Mailed {

    @Override
    public UUID subject() {
        return to.id().value();
    }

    @Override
    public List<Letter> letters() {
        return List.of(new Letter(
                "sign-in.invited", List.of(to), null, Map.of("works", lasts), null, "/sign-in/link", ticket));
    }
}
