package org.ambassadorportal.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the whole chain found.
 *
 * @param end the last entry up to which the chain is whole
 * @param broken the entry at which it is not; {@code null} when all is well
 */
record ChainReport(
        Instant at,
        Link end,
        @Nullable Damage damage,
        @Nullable Long broken) {

    /** How the chain can be broken. */
    enum Damage {
        /** A row is not what was written, or one before it is missing. */
        CHANGED,
        /** Rows at the end are missing. */
        CUT,
        /** The chain was written anew: an earlier check saw other rows. */
        REWRITTEN;

        public String key() {
            return "audit.chain." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public boolean whole() {
        return damage == null;
    }
}
