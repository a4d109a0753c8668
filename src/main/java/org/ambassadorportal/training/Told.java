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
        TAKEN("class-taken", Entry.TAKE_IN),
        GIVEN_BACK("class-given-back", Entry.TAKE_OUT),
        OFFERED("class-offered", Entry.NONE),
        RAN_OUT("class-ran-out", Entry.NONE),
        CHANGED("class-changed", Entry.TAKE_IN),
        CHANGED_WAITING("class-changed-waiting", Entry.NONE),
        CANCELED("class-canceled", Entry.TAKE_OUT),
        CANCELED_WAITING("class-canceled", Entry.NONE),
        DAY_BEFORE("class-day-before", Entry.NONE),
        HOUR_BEFORE("class-hour-before", Entry.NONE),
        HOSTS("class-hosts", Entry.TAKE_IN),
        HOSTS_CHANGED("class-hosts-changed", Entry.TAKE_IN),
        HOSTS_NO_MORE("class-hosts-no-more", Entry.TAKE_OUT),
        HOSTS_CANCELED("class-hosts-canceled", Entry.TAKE_OUT),
        HOSTS_DAY_BEFORE("class-hosts-day-before", Entry.NONE),
        HOSTS_HOUR_BEFORE("class-hosts-hour-before", Entry.NONE);

        /** What their calendar does. */
        enum Entry {
            NONE,
            TAKE_IN,
            TAKE_OUT
        }

        private final String letter;
        private final Entry entry;

        Occasion(String letter, Entry entry) {
            this.letter = letter;
            this.entry = entry;
        }

        String letter() {
            return letter;
        }

        Entry entry() {
            return entry;
        }

        /** Whether they learn where: those without a seat do not get the address of a video meeting. */
        boolean learnsWhere() {
            return entry == Entry.TAKE_IN || name().endsWith("_BEFORE");
        }

        boolean isForTheHost() {
            return letter.startsWith("class-hosts");
        }
    }

    Told(PersonId who, Occasion occasion) {
        this(who, occasion, null);
    }
}
