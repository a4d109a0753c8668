package org.ambassadorportal.registry;

import java.util.Optional;
import org.ambassadorportal.social.Platform;
import org.ambassadorportal.social.SocialProfile;

/**
 * Stored handles, as people read them. A row that the platform's rules no longer understand must not break the page it
 * stands on: its handle is shown as it is, without a link.
 */
final class Handles {

    private Handles() {}

    static String shown(Platform platform, String handle) {
        return profile(platform, handle).map(SocialProfile::display).orElse(handle);
    }

    static String url(Platform platform, String handle) {
        return profile(platform, handle).map(SocialProfile::url).orElse("");
    }

    private static Optional<SocialProfile> profile(Platform platform, String handle) {
        try {
            return Optional.of(SocialProfile.of(platform, handle));
        } catch (IllegalArgumentException notUnderstoodAnyMore) {
            return Optional.empty();
        }
    }
}
