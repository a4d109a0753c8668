package org.ambassadorportal.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A canned reply.
 *
 * @param owner who wrote it first
 * @param mine whether that is who looks at it
 * @param shared whether the whole team uses and changes it
 * @param used how many replies with it went out
 */
record Canned(
        CannedId id,
        String title,
        String words,
        @Nullable String owner,
        boolean mine,
        boolean shared,
        long used,
        @Nullable Instant usedAt,
        long version) {

    /** How it begins, for a list. */
    public String begins() {
        var line = words.strip().replaceAll("\\s+", " ");
        return line.length() <= 120
                ? line
                : line.substring(0, line.offsetByCodePoints(0, Math.min(117, line.codePointCount(0, line.length()))))
                        + "…";
    }
}
