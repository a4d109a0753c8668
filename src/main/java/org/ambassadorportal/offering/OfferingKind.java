package org.ambassadorportal.offering;

/** What sort of help an offering is; how one comes to a time differs by it. */
public enum OfferingKind {
    /** A consultation for oneself: one picks a free time. */
    ONESELF,
    /** A consultation for one's department: one picks a free time and names who else comes. */
    DEPARTMENT,
    /** Training: a dated class with seats, or for a group at a time of its own. */
    TRAINING,
    /** A talk at a faculty meeting, the road show: up to three times of the requester's own meeting. */
    TALK;

    /** Whether one picks a free time oneself, which is accepted at once. */
    public boolean isBookedDirectly() {
        return this == ONESELF || this == DEPARTMENT;
    }
}
