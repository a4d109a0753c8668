package org.ambassadorportal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class MailSettingsTests {

    static MailSettings settings(@Nullable String host, int port, int attempts) {
        return new MailSettings(
                host,
                port,
                null,
                null,
                MailSettings.Encryption.NONE,
                "portal@hospital.example",
                Duration.ofMillis(500),
                Duration.ofMillis(500),
                Duration.ofMillis(500),
                attempts,
                Duration.ofSeconds(30),
                Duration.ofMinutes(30),
                Duration.ofSeconds(5),
                Duration.ofMinutes(15),
                Duration.ofDays(180),
                false);
    }

    static MailSettings readable() {
        return new MailSettings(
                null,
                25,
                null,
                null,
                MailSettings.Encryption.NONE,
                null,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                48,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofDays(1),
                true);
    }

    @Test
    void pausesGrowToTheLongestAndAttemptsGoOnForHours() {
        var settings = settings("mail.example", 25, 48);
        assertThat(settings.pauseAfter(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.pauseAfter(2)).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.pauseAfter(7)).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.pauseAfter(1000)).isEqualTo(Duration.ofMinutes(30));
        var all = Duration.ZERO;
        for (int attempt = 1; attempt < 48; attempt++) all = all.plus(settings.pauseAfter(attempt));
        assertThat(all).isBetween(Duration.ofHours(12), Duration.ofHours(24));
    }

    @Test
    void aHostNeedsASenderAndTimeoutsAreBounded() {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            var validator = factory.getValidator();
            assertThat(validator.validate(settings("mail.example", 25, 48))).isEmpty();
            var settings = new MailSettings(
                    "mail.example",
                    25,
                    null,
                    null,
                    MailSettings.Encryption.NONE,
                    " ",
                    Duration.ZERO,
                    Duration.ofSeconds(1),
                    Duration.ofHours(1),
                    48,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofDays(1),
                    false);
            assertThat(validator.validate(settings)).hasSize(2);
        }
    }

    @Test
    void mailsCannotBeReadableOutsideTheLocalProfile() {
        var readable = readable();
        assertThatThrownBy(() -> new MailJobs(readable, new MockEnvironment()))
                .hasMessageContaining("portal.mail.readable");
        var local = new MockEnvironment();
        local.setActiveProfiles("local");
        assertThat(new MailJobs(readable, local)).isNotNull();
    }
}
