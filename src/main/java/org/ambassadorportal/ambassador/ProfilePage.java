package org.ambassadorportal.ambassador;

import java.time.Instant;
import java.util.List;
import org.ambassadorportal.kernel.Monogram;
import org.ambassadorportal.social.SocialProfile;
import org.jspecify.annotations.Nullable;

/**
 * An ambassador's page as everyone sees it; what its owner hides is not in it.
 *
 * @param photo what tells the photograph from an earlier one
 * @param reviewed when the comms team last looked at who this is and at the profiles
 */
record ProfilePage(
        AmbassadorId id,
        String slug,
        String name,
        @Nullable String credentials,
        @Nullable String title,
        String unitId,
        String unit,
        @Nullable String photo,
        List<String> topics,
        List<String> languages,
        @Nullable String bio,
        List<SocialProfile> profiles,
        List<Pickup> pickups,
        Instant since,
        Instant reviewed) {

    ProfilePage {
        topics = List.copyOf(topics);
        languages = List.copyOf(languages);
        profiles = List.copyOf(profiles);
        pickups = List.copyOf(pickups);
    }

    public String fullName() {
        return credentials == null ? name : name + ", " + credentials;
    }

    public String line() {
        return title == null ? unit : title + ", " + unit;
    }

    public Monogram monogram() {
        return Monogram.of(name);
    }
}
