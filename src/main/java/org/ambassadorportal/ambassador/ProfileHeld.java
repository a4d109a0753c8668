package org.ambassadorportal.ambassador;

import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.social.SocialProfile;

/** Somebody else submitted or published this profile first. The true owner can say so, which becomes a question at the desk. */
class ProfileHeld extends Conflict {

    static final String KEY = "enroll.profile.held";

    private final transient SocialProfile profile;

    ProfileHeld(SocialProfile profile) {
        super(KEY, profile.address());
        this.profile = profile;
    }

    SocialProfile profile() {
        return profile;
    }
}
