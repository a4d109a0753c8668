/**
 * Ambassadors: how staff enroll, the review of what they entered, their pages, and the directory. Answers for people's
 * own profiles behind {@link org.ambassadorportal.social.Claims}, and asks {@link
 * org.ambassadorportal.ambassador.Pickups} what of a person was amplified. {@code site}, {@code amplification},
 * {@code freeze}, {@code insights} and {@code demo} may use it.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "organization",
            "organization :: events",
            "identity",
            "identity :: events",
            "social",
            "policy",
            "desk"
        })
@NullMarked
package org.ambassadorportal.ambassador;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
