package org.ambassadorportal.desk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a reply goes out that can still be taken back.
 *
 * @param next what happens to the item then: nothing, "wait", or an outcome
 */
record Going(Instant at, @Nullable String next) {

    static final String WAIT = "wait";

    /** How many seconds are left; none when it is just going. */
    public long secondsLeft(Instant now) {
        return Math.max(0, (Duration.between(now, at).toMillis() + 999) / 1000);
    }

    public boolean waits() {
        return WAIT.equals(next);
    }

    public boolean settles() {
        return next != null && !waits();
    }
}
