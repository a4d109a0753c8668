package org.ambassadorportal.training;

import java.time.Instant;
import org.ambassadorportal.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has to hear of something: what a verb of the class leaves to be mailed.
 *
 * @param until by when an offered seat must be answered
 */
record Told(PersonId who, Occasion occasion, @Nullable Instant until) {

    /** What they hear; also the end of the letter's key. */
    enum Occasion {
        TAKEN("class-taken"),
        GIVEN_BACK("class-given-back"),
        OFFERED("class-offered"),
        RAN_OUT("class-ran-out"),
        CHANGED("class-changed"),
        CHANGED_WAITING("class-changed-waiting"),
        CANCELED("class-canceled"),
        HOSTS("class-hosts"),
        HOSTS_CHANGED("class-hosts-changed"),
        HOSTS_NO_MORE("class-hosts-no-more"),
        HOSTS_CANCELED("class-hosts-canceled");

        private final String letter;

        Occasion(String letter) {
            this.letter = letter;
        }

        String letter() {
            return letter;
        }

        /** Whether they learn where: those without a seat do not get the address of a video meeting. */
        boolean learnsWhere() {
            return this != OFFERED && this != RAN_OUT && this != CHANGED_WAITING && this != GIVEN_BACK;
        }

        boolean isForTheHost() {
            return letter.startsWith("class-hosts");
        }
    }

    Told(PersonId who, Occasion occasion) {
        this(who, occasion, null);
    }
}
