package org.ambassadorportal.training;

import java.time.Duration;
import java.time.Instant;
import org.ambassadorportal.offering.Format;
import org.jspecify.annotations.Nullable;

/**
 * A class in a list.
 *
 * @param held seats that are taken or offered to somebody
 * @param seated how many have one
 * @param mine how the present person stands to it; {@code LEFT} also for whoever never came
 */
record ClassRow(
        ClassId id,
        String title,
        Instant starts,
        int minutes,
        Format format,
        String host,
        int seats,
        int held,
        int seated,
        int waiting,
        int came,
        boolean canceled,
        boolean begun,
        boolean attended,
        Standing mine,
        @Nullable Instant offeredUntil) {

    public Instant ends() {
        return starts.plus(Duration.ofMinutes(minutes));
    }

    public int free() {
        return Math.max(0, seats - held);
    }

    /** Whether the next who comes can only wait. */
    public boolean full() {
        return free() == 0 || waiting > 0;
    }

    public boolean concernsMe() {
        return mine != Standing.LEFT;
    }
}
