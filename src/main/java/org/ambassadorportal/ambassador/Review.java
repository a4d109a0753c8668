package org.ambassadorportal.ambassador;

import java.time.Instant;
import java.util.List;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.policy.AttestationRow;
import org.ambassadorportal.social.SocialProfile;
import org.jspecify.annotations.Nullable;

/**
 * An enrollment as the reviewer and its requester see it.
 *
 * @param lines what was entered, line by line, beside what the page says now
 * @param slug the address of the page, if there is one
 */
record Review(
        String reference,
        Purpose purpose,
        EnrollmentState state,
        PersonId person,
        long version,
        boolean photo,
        boolean photoChanged,
        List<Line> lines,
        List<ProfileLine> profiles,
        @Nullable Opinions opinions,
        @Nullable String bio,
        List<AttestationRow> attestations,
        @Nullable String words,
        @Nullable Instant submittedAt,
        @Nullable String slug,
        @Nullable PageState pageState) {

    Review {
        lines = List.copyOf(lines);
        profiles = List.copyOf(profiles);
        attestations = List.copyOf(attestations);
    }

    /**
     * One answer.
     *
     * @param key of its label
     * @param before what the page says now; {@code null} where there is no page
     * @param hidden whether the person keeps it off the public page
     */
    record Line(
            String key, @Nullable String before, @Nullable String now, boolean changed, boolean hidden) {}

    /**
     * One profile.
     *
     * @param status "new", "gone" or "same" against the page that stands
     */
    record ProfileLine(@Nullable SocialProfile profile, String typed, boolean hidden, String status) {}

    public boolean decidable() {
        return state == EnrollmentState.SUBMITTED;
    }

    public boolean declinable() {
        return state == EnrollmentState.SUBMITTED || state == EnrollmentState.CHANGES_ASKED;
    }
}
