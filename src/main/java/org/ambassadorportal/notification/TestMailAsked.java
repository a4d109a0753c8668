package org.ambassadorportal.notification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;

/** An admin wants to see whether mail arrives. */
record TestMailAsked(Addressee admin, Instant at) implements Happened, Mailed {

    @Override
    public UUID subject() {
        return admin.id().value();
    }

    @Override
    public List<Letter> letters() {
        return List.of(new Letter("test", List.of(admin), null, Map.of(), null, "/admin/mail", null));
    }
}
