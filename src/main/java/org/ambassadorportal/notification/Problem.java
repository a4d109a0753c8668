package org.ambassadorportal.notification;

import java.util.Locale;

/** Why a mail did not go out; the words are in the messages under {@code outbox.problem}. */
enum Problem {
    /** The server refused it for good (550 and the like). */
    REFUSED,
    /** The server asked to try again later (421, 450 and the like). */
    DEFERRED,
    /** The server took longer than our time-outs. */
    TIMED_OUT,
    /** There was no connection, or it broke, or the server did not let us in. */
    UNREACHABLE,
    /** The recipient's address is none that a mail could go to. */
    ADDRESS,
    /** The letter could not be written: a text is missing, or the link of a sign-in mail is over. */
    UNWRITABLE;

    public String key() {
        return "outbox.problem." + name().toLowerCase(Locale.ROOT);
    }
}
