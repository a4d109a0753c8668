package org.ambassadorportal.notification;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of mail.
 *
 * @param host the mail server; while it is empty nothing is sent, and in the local profile mails are kept to be read
 *     in the portal
 * @param port the mail server's port
 * @param username the account at the mail server; empty where it asks for none
 * @param password the password of that account
 * @param encryption how the connection is protected: {@code STARTTLS}, {@code TLS} from the first byte, or {@code NONE}
 * @param from the address mails come from; needed with a host
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout how long to wait for each answer of the server
 * @param writeTimeout how long to wait until the server takes what is written
 * @param attempts how often a mail is tried before it counts as failed
 * @param firstPause the pause after the first attempt; it doubles with each further one
 * @param longestPause the longest pause between two attempts
 * @param every how often the outbox is looked at
 * @param lateAfter when the oldest waiting mail raises the alarm
 * @param keep how long mails are kept after they were sent or failed
 * @param readable whether mails can be read at /admin/mail; for the local profile alone
 */
@ConfigurationProperties("portal.mail")
@Validated
record MailSettings(
        @Nullable String host,
        @DefaultValue("587") @Min(1) @Max(65535) int port,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("STARTTLS") @NotNull Encryption encryption,
        @Nullable String from,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("10s") Duration writeTimeout,
        @DefaultValue("48") @Min(1) @Max(1000) int attempts,
        @DefaultValue("30s") Duration firstPause,
        @DefaultValue("30m") Duration longestPause,
        @DefaultValue("5s") Duration every,
        @DefaultValue("15m") Duration lateAfter,
        @DefaultValue("180d") Duration keep,
        @DefaultValue("false") boolean readable) {

    /** How long a mail belongs to the node that took it; far above what all time-outs of one delivery can add up to. */
    static final Duration LEASE = Duration.ofMinutes(10);

    enum Encryption {
        NONE,
        STARTTLS,
        TLS
    }

    boolean canSend() {
        return filled(host);
    }

    /** Whether mails are kept to be read instead of being sent. */
    boolean catches() {
        return !canSend() && readable;
    }

    @AssertTrue(message = "portal.mail.from must be set where portal.mail.host is") boolean isFromSetWithHost() {
        return !canSend() || filled(from);
    }

    @AssertTrue(message = "the time-outs of portal.mail must be between one millisecond and one minute") boolean isEachTimeoutBounded() {
        return bounded(connectTimeout) && bounded(readTimeout) && bounded(writeTimeout);
    }

    /** The pause after so many attempts: doubled each time, up to the longest. */
    Duration pauseAfter(int attempt) {
        var pause = firstPause.multipliedBy(1L << Math.clamp(attempt - 1, 0, 20));
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }

    static boolean filled(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static boolean bounded(Duration timeout) {
        return timeout.toMillis() >= 1 && timeout.compareTo(Duration.ofMinutes(1)) <= 0;
    }
}
