package org.ambassadorportal.social;

import org.ambassadorportal.social.Reading.NotUnderstood;
import org.ambassadorportal.social.Reading.Understood;

/** Opens readings in tests, with the other outcome in the failure's text. */
final class Readings {

    private Readings() {}

    static SocialProfile understood(Reading reading) {
        return switch (reading) {
            case Understood(SocialProfile profile) -> profile;
            case NotUnderstood(Problem problem) -> throw new AssertionError("Not understood: " + problem);
        };
    }

    static Problem problem(Reading reading) {
        return switch (reading) {
            case Understood(SocialProfile profile) -> throw new AssertionError("Understood: " + profile);
            case NotUnderstood(Problem problem) -> problem;
        };
    }
}
