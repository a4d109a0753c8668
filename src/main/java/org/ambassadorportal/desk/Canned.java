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

    private static final int BEGINNING = 120;

    /** How it begins, for a list. */
    public String begins() {
        var line = Markup.plain(words).replaceAll("\\s+", " ");
        if (line.length() <= BEGINNING) return line;
        int blank = line.lastIndexOf(' ', BEGINNING);
        return line.substring(0, blank > 0 ? blank : BEGINNING) + " …";
    }
}
