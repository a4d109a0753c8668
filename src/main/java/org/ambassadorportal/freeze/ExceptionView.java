package org.ambassadorportal.freeze;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tabs over the list of exceptions. */
enum ExceptionView {
    ALL("true"),
    REVIEW("(x.now = 'IN_REVIEW' or x.open_item is not null)"),
    APPROVED("x.now = 'APPROVED'"),
    ACTIVE("x.now = 'ACTIVE'"),
    ENDING("x.now in ('APPROVED', 'ACTIVE') and x.valid_until <= :today::date + 60"),
    EXPIRED("x.now = 'EXPIRED'"),
    DENIED("x.now = 'DENIED'"),
    WITHDRAWN("x.now = 'WITHDRAWN'"),
    REVOKED("x.now = 'REVOKED'");

    private final String condition;

    ExceptionView(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    /** As it stands in an address. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ExceptionView> read(@Nullable String value) {
        return Arrays.stream(values())
                .filter(view -> view.value().equals(value))
                .findFirst();
    }
}
