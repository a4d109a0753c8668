package org.ambassadorportal.notification;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.identity.OptionalMail;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Happened;

/** A person switched a kind of mail on or off. */
record MailSwitched(PersonId person, OptionalMail kind, boolean on, Instant at) implements Happened {

    @Override
    public UUID subject() {
        return person.value();
    }
}
