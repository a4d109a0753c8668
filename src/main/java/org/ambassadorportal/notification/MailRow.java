package org.ambassadorportal.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the list shows it: to whom, about what, where it stands and why; never its words.
 *
 * @param next when it is tried next, while it waits
 * @param calendar whether it brings something for the recipient's calendar
 */
record MailRow(
        MailId id,
        String subject,
        @Nullable String reference,
        String recipientName,
        String recipientMail,
        MailState state,
        Instant writtenAt,
        @Nullable Instant settledAt,
        @Nullable Instant next,
        int attempts,
        @Nullable Problem problem,
        @Nullable String answer,
        boolean signIn,
        boolean calendar) {

    /** Whether it can be sent again by hand. */
    public boolean canGoAgain() {
        return state == MailState.FAILED || state == MailState.DELIVERED;
    }
}
