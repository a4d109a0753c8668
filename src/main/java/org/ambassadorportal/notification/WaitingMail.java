package org.ambassadorportal.notification;

import java.util.Map;
import java.util.UUID;
import org.ambassadorportal.identity.CalendarPart;
import org.ambassadorportal.identity.OptionalMail;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it stands in the outbox, with all that its text is made of.
 *
 * @param letter the key of its texts: {@code mail.<letter>.heading} and so on
 * @param facts what the letter says in a table, by name and in order
 * @param words what somebody wrote, quoted
 * @param path the page of the portal that the button opens
 * @param ticket for sign-in mails: what the link is made from at the moment of sending
 * @param second another page of the portal
 * @param calendar what it brings for the recipient's calendar
 * @param optional which of the mails that people may switch off it is
 * @param claim the mark of the node that took it; a result that comes with another one counts no more
 * @param attempts how often it was tried, this time included
 */
record WaitingMail(
        MailId id,
        String letter,
        String subject,
        @Nullable String reference,
        String recipientName,
        String recipientMail,
        Map<String, String> facts,
        @Nullable String words,
        String path,
        @Nullable UUID ticket,
        @Nullable String second,
        @Nullable CalendarPart calendar,
        @Nullable OptionalMail optional,
        @Nullable UUID claim,
        int attempts) {

    WaitingMail {
        facts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(facts));
    }

    boolean signIn() {
        return ticket != null;
    }
}
