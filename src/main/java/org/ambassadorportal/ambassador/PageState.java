package org.ambassadorportal.ambassador;

import java.util.Locale;

/** How a page is seen by others. */
enum PageState {
    PUBLISHED,
    /** Its owner has taken it out of sight for a while. */
    PAUSED,
    /** The comms team has taken it out of sight, with a reason. */
    SUSPENDED,
    /** Its owner can no longer sign in. */
    TAKEN_DOWN,
    LEFT;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
