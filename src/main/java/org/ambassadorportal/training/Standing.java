package org.ambassadorportal.training;

/** How somebody stands to a class. */
enum Standing {
    SEATED,
    /** A seat became free and is theirs if they say yes in time; nobody else can take it meanwhile. */
    OFFERED,
    WAITING,
    /** Gave the seat back, left the list, said no, or let the time run out. They may come again. */
    LEFT;

    boolean holdsASeat() {
        return this == SEATED || this == OFFERED;
    }
}
