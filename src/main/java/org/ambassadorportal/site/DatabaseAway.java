package org.ambassadorportal.site;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a database that cannot be reached, or takes too long, from a fault of ours. What reaches a page is often only the
 * last thing that went wrong, such as a rollback on a connection that is gone, so the server's own codes decide.
 */
final class DatabaseAway {

    /** Connection lost, too few resources, stopped by an operator or a time limit (PostgreSQL, appendix A). */
    private static final Set<String> CLASSES = Set.of("08", "53", "57");

    /** Somebody else held what was needed for too long. */
    private static final Set<String> CODES = Set.of("55P03", "40P01", "40001");

    private DatabaseAway() {}

    static boolean says(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error && away(error.getSQLState())) return true;
        }
        return false;
    }

    /** The pool gives no code to a connection that it closed. */
    private static boolean away(@Nullable String code) {
        return code == null || CODES.contains(code) || (code.length() == 5 && CLASSES.contains(code.substring(0, 2)));
    }
}
