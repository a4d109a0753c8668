package org.ambassadorportal.identity;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people sign in, and for how long.
 *
 * @param linkLasts how long a mailed sign-in link works
 * @param invitationLasts how long the link of an invitation works
 * @param triesPerAccount wrong passwords for one address until signing in pauses for it
 * @param triesPerNetwork wrong passwords from one network address until signing in pauses for it; whole buildings
 *     share one, so this is larger
 * @param linksPerAccount sign-in links that one address can be sent within {@code window}
 * @param window tries older than this are forgotten
 * @param pause how long signing in pauses; further tries do not make it longer
 * @param idle a session ends after this time without a request
 * @param longest a session ends after this time in any case
 * @param fresh who signed in longer ago proves anew who they are before they grant roles, change policies or decide on
 *     the freeze
 */
@ConfigurationProperties("portal.sign-in")
@Validated
record SignInSettings(
        @DefaultValue("30m") Duration linkLasts,
        @DefaultValue("7d") Duration invitationLasts,
        @DefaultValue("10") @Min(3) int triesPerAccount,
        @DefaultValue("300") @Min(3) int triesPerNetwork,
        @DefaultValue("5") @Min(1) int linksPerAccount,
        @DefaultValue("15m") Duration window,
        @DefaultValue("15m") Duration pause,
        @DefaultValue("2h") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("30m") Duration fresh) {}
