package org.ambassadorportal.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a requester said when they were asked whether it helped.
 *
 * @param words what they added, if anything
 */
record Help(boolean helped, @Nullable String words, String byName, Instant at) {

    /** What stands for it in the messages. */
    public String key() {
        return helped ? "yes" : "no";
    }
}
