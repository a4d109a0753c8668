package org.ambassadorportal.calendar;

/** What takes a host's time. */
public enum TakenKind {
    /** Chosen in a form that is not finished, or proposed and not yet answered; ends by itself. */
    HOLD,
    BOOKING,
    TALK,
    CLASS,
    /** The host, or the team, keeps the time free of bookings. */
    BLOCK;

    /** Whether it counts toward the most that a host takes. */
    boolean counts() {
        return this != BLOCK;
    }
}
