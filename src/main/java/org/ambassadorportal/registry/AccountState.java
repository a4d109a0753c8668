package org.ambassadorportal.registry;

/** Where an entry of the registry stands, and where it may go from there. */
public enum AccountState {
    /** Not yet looked through; nobody outside the admins sees it. */
    UNDER_REVIEW,
    PUBLISHED,
    /** Nobody runs it any more, or, for an impostor, it is gone. "Is this ours?" still knows it. */
    ARCHIVED;

    boolean mayBecome(AccountState next) {
        return switch (this) {
            case UNDER_REVIEW -> next == PUBLISHED;
            case PUBLISHED -> next == ARCHIVED;
            case ARCHIVED -> next == UNDER_REVIEW;
        };
    }

    /** The next state, or the error that says where it stands instead. */
    AccountState to(AccountState next) {
        if (!mayBecome(next)) throw new NotInThisState(this);
        return next;
    }
}
