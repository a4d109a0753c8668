package org.ambassadorportal.calendar;

import java.time.Instant;
import org.ambassadorportal.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A time that was given, to whom, and why to this host.
 *
 * @param reason the end of the message key {@code calendar.chosen.<reason>}; its argument is {@code recent}
 * @param recent how many bookings the host was given in the last 30 days
 * @param expiresAt when a hold ends by itself
 */
public record Given(
        PersonId host,
        Instant starts,
        FairShare.Reason reason,
        int recent,
        @Nullable Instant expiresAt) {}
