package org.ambassadorportal.social;

import java.util.Optional;
import org.ambassadorportal.social.Problem.Kind;

/** What came of reading a pasted text: a profile, or the part that is wrong and why. */
public sealed interface Reading {

    /** The text names exactly one account. */
    record Understood(SocialProfile value) implements Reading {}

    /** The text names no account, or not just one, or not one that can be read. */
    record NotUnderstood(Problem value) implements Reading {}

    default Optional<SocialProfile> profile() {
        return this instanceof Understood(SocialProfile profile) ? Optional.of(profile) : Optional.empty();
    }

    default Optional<Problem> problem() {
        return this instanceof NotUnderstood(Problem problem) ? Optional.of(problem) : Optional.empty();
    }

    /**
     * The same reading under the rules for a person's own profile: pages of organizations, and platforms that only the registry
     * keeps, are refused.
     */
    default Reading forPerson() {
        if (!(this instanceof Understood(SocialProfile profile))) {
            return this;
        }
        if (profile.isOrganizationPage()) {
            return refused(Kind.ORGANIZATION_PAGE, profile);
        }
        return profile.platform().isForPeople() ? this : refused(Kind.NOT_FOR_PEOPLE, profile);
    }

    private static Reading refused(Kind kind, SocialProfile profile) {
        return new NotUnderstood(Problem.of(kind, profile.display()).on(profile.platform()));
    }
}
