package org.ambassadorportal.notification;

import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** Identifies a mail in the outbox; its Message-ID is made of it, so each attempt carries the same. */
record MailId(UUID value) implements Id {

    static MailId next() {
        return new MailId(Ids.next());
    }

    public static MailId of(String text) {
        return new MailId(Id.read(text));
    }
}
