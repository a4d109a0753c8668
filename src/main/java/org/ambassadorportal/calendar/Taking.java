package org.ambassadorportal.calendar;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For what a time is taken. Whatever the same owner had before is given back with it, so that moving a booking and
 * turning a hold into one are the same act.
 *
 * @param owner the booking, class or form; it has one time at most
 * @param title what the team's calendar says
 * @param path the page of the desk it leads to
 * @param holdFor how long a hold lasts; {@code null} for all other kinds
 */
public record Taking(
        UUID owner,
        TakenKind kind,
        String title,
        @Nullable String path,
        @Nullable Duration holdFor) {

    /** How long a time stays held while its form is finished. */
    public static final Duration HOLD = Duration.ofMinutes(5);

    public Taking {
        if ((kind == TakenKind.HOLD) != (holdFor != null))
            throw new IllegalArgumentException("a hold ends by itself, and nothing else does");
    }

    /** Holds a time while a form is finished. */
    public static Taking hold(UUID owner, String title) {
        return new Taking(owner, TakenKind.HOLD, title, null, HOLD);
    }

    public static Taking firmly(UUID owner, TakenKind kind, String title, @Nullable String path) {
        return new Taking(owner, kind, title, path, null);
    }
}
