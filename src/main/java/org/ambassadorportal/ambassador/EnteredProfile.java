package org.ambassadorportal.ambassador;

import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.ambassadorportal.social.Platform;
import org.ambassadorportal.social.SocialProfile;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into a field for a profile, and the profile that was read from it. What was refused is kept as it
 * was typed, without a profile.
 *
 * @param slot the field: a platform's key, or "more" or "further"
 * @param hidden whether it is kept off the public page
 */
@Embeddable
record EnteredProfile(
        String slot,
        String typed,
        @Nullable String platform,
        @Nullable String handle,
        @Nullable String addressKey,
        boolean hidden) {

    static EnteredProfile of(String slot, String typed, @Nullable SocialProfile profile, boolean hidden) {
        return profile == null
                ? new EnteredProfile(slot, typed, null, null, null, hidden)
                : new EnteredProfile(
                        slot, typed, profile.platform().key(), profile.handle(), profile.uniqueKey(), hidden);
    }

    Optional<SocialProfile> profile() {
        if (platform == null || handle == null) return Optional.empty();
        var name = handle;
        return Platform.ofKey(platform).map(known -> SocialProfile.of(known, name));
    }

    EnteredProfile hidden(boolean away) {
        return new EnteredProfile(slot, typed, platform, handle, addressKey, away);
    }
}
