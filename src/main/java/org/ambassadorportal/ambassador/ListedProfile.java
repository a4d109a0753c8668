package org.ambassadorportal.ambassador;

import jakarta.persistence.Embeddable;
import org.ambassadorportal.social.Platform;
import org.ambassadorportal.social.SocialProfile;

/**
 * A profile on an ambassador's page, in its canonical form.
 *
 * @param platform the platform's key
 * @param handle the platform's own form of the name
 * @param hidden whether only the comms team and the owner see it
 */
@Embeddable
record ListedProfile(String platform, String handle, String addressKey, boolean hidden) {

    static ListedProfile of(SocialProfile profile, boolean hidden) {
        return new ListedProfile(profile.platform().key(), profile.handle(), profile.uniqueKey(), hidden);
    }

    SocialProfile profile() {
        return SocialProfile.of(Platform.ofKey(platform).orElseThrow(), handle);
    }

    ListedProfile hidden(boolean away) {
        return new ListedProfile(platform, handle, addressKey, away);
    }
}
