package org.ambassadorportal.ambassador;

import java.time.Instant;
import java.util.List;
import org.ambassadorportal.policy.PolicyRow;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees about themselves: where their enrollment stands, and their page.
 *
 * @param draft the open enrollment, or what one would begin with
 * @param last the last one that was decided, where none is open
 * @param policies what they are asked to read again
 */
record MePage(Draft draft, @Nullable Last last, @Nullable Page page, List<PolicyRow> policies) {

    MePage {
        policies = List.copyOf(policies);
    }

    /** How the last enrollment ended. */
    record Last(
            EnrollmentState state,
            Purpose purpose,
            String reference,
            @Nullable String words,
            @Nullable Instant at) {}

    /** The page as its owner knows it. */
    record Page(
            PageState state,
            boolean paused,
            String slug,
            Particulars particulars,
            String unitName,
            Interests interests,
            Visibility visibility,
            List<ListedProfile> profiles,
            @Nullable String suspendedReason,
            @Nullable Instant suspendedAt,
            Instant since,
            long version) {

        Page {
            profiles = List.copyOf(profiles);
        }

        /** The profiles as boxes to tick. */
        public List<Draft.Choice> profileChoices() {
            return profiles.stream()
                    .map(listed -> new Draft.Choice(
                            listed.addressKey(),
                            listed.profile().platform().label() + ": "
                                    + listed.profile().address()))
                    .toList();
        }
    }
}
