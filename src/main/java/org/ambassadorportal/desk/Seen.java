package org.ambassadorportal.desk;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the database looked like when a page was read: a snapshot of PostgreSQL, as a page carries it. Whatever the
 * snapshot did not see has changed since, however late its transaction was committed and by whichever node.
 */
record Seen(String snapshot) {

    /** The present snapshot, in the statement that reads a page. */
    static final String NOW = "pg_current_snapshot()::text";

    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,18}):([0-9]{1,18}):([0-9,]*+)");

    /** From a page; what is no snapshot was made up. */
    static Optional<Seen> of(@Nullable String text) {
        if (text == null || text.length() > 40_000) return Optional.empty();
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) return Optional.empty();
        long first = Long.parseLong(shape.group(1));
        long end = Long.parseLong(shape.group(2));
        if (first < 1 || first > end) return Optional.empty();
        long before = first - 1;
        for (var running : shape.group(3).split(",", -1)) {
            if (running.isEmpty() && shape.group(3).isEmpty()) continue;
            if (running.isEmpty() || running.length() > 18) return Optional.empty();
            long id = Long.parseLong(running);
            if (id <= before || id >= end) return Optional.empty();
            before = id;
        }
        return Optional.of(new Seen(text));
    }

    /** The condition for rows of {@code desk_change c} that a snapshot did not see; a parameter of that name holds it. */
    static String unseen(String parameter) {
        return "c.xact >= pg_snapshot_xmin(:" + parameter + "::pg_snapshot) and not pg_visible_in_snapshot(c.xact, :"
                + parameter + "::pg_snapshot)";
    }
}
