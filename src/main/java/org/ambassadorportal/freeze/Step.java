package org.ambassadorportal.freeze;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The pages of the form of an exception, in their order. */
enum Step {
    ACCOUNT(1, ""),
    FREEZE(2, "/freeze"),
    CASE(3, "/case"),
    TIME(4, "/time"),
    CHECK(5, "/check");

    static final String FORM = "/freeze/exceptions/new";

    private final int number;
    private final String tail;

    Step(int number, String tail) {
        this.number = number;
        this.tail = tail;
    }

    public String path() {
        return FORM + tail;
    }

    /** Its name in the messages. */
    public String label() {
        return "freeze.step." + name().toLowerCase(Locale.ROOT);
    }

    public int number() {
        return number;
    }

    /** The page before this one; {@code null} on the first. */
    @Nullable Step before() {
        return switch (this) {
            case ACCOUNT -> null;
            case FREEZE -> ACCOUNT;
            case CASE -> FREEZE;
            case TIME -> CASE;
            case CHECK -> TIME;
        };
    }

    boolean isBefore(Step other) {
        return compareTo(other) < 0;
    }
}
