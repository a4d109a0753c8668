package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How something that is done to many items stands.
 *
 * @param said what is set, as a person reads it
 * @param same how many were so already
 * @param refused how many it was not done to
 * @param why the first of those, and why
 */
record BulkPage(
        BulkId id,
        BulkAct act,
        String said,
        String by,
        QueueFilter list,
        Instant begunAt,
        @Nullable Instant endedAt,
        int total,
        int done,
        int same,
        int refused,
        List<Refused> why) {

    /** One that was left as it is. */
    record Refused(Reference reference, String kind, String title, String why) {

        public String path() {
            return ItemRow.path(kind, reference);
        }
    }

    public int handled() {
        return done + same + refused;
    }

    public boolean ended() {
        return endedAt != null;
    }
}
