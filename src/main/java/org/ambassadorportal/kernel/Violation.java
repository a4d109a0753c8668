package org.ambassadorportal.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * Asks an error of the database which constraint was violated, so that it can become the domain's own error. Hibernate
 * knows no name for exclusion constraints (SQLState 23P01), so the server's message is read instead.
 */
public final class Violation {

    private Violation() {}

    /** Whether this constraint or unique index said no. */
    public static boolean of(String constraint, Throwable error) {
        return name(error).filter(constraint::equals).isPresent();
    }

    /** The name of the constraint that said no, if one did. */
    public static Optional<String> name(Throwable error) {
        for (@Nullable Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException server && server.getServerErrorMessage() != null) {
                return Optional.ofNullable(server.getServerErrorMessage().getConstraint());
            }
        }
        return Optional.empty();
    }
}
