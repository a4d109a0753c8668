package org.ambassadorportal.desk;

/** Who speaks in a conversation, and to whom. */
public enum Voice {
    /** The requester, or whoever asked on their behalf. */
    REQUESTER,
    /** The team; the requester reads it too. */
    REPLY,
    /** A reply that was written and has not gone out yet: the team sees it, and its writer may take it back. */
    GOING,
    /** The team among themselves: never shown, mailed or counted outside it. */
    NOTE,
    /**
     * A quiet line that says what happened, for the team only. Its words are a message key; {0} is the name of who did
     * it, {1} the name of whom it concerns, {2} the outcome.
     */
    EVENT
}
