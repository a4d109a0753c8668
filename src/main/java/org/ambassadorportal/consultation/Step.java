package org.ambassadorportal.consultation;

import org.jspecify.annotations.Nullable;

/** The pages of a form, in their order. */
enum Step {
    ABOUT(1, ""),
    WHEN(2, "/when"),
    CHECK(3, "/check");

    private final int number;
    private final String tail;

    Step(int number, String tail) {
        this.number = number;
        this.tail = tail;
    }

    /** Where this page of an offering's form stands. */
    public String path(RequestKind offering) {
        return offering.path() + tail;
    }

    public int number() {
        return number;
    }

    public boolean isBefore(Step other) {
        return compareTo(other) < 0;
    }

    /** The page before this one; {@code null} on the first. */
    @Nullable Step before() {
        return switch (this) {
            case ABOUT -> null;
            case WHEN -> ABOUT;
            case CHECK -> WHEN;
        };
    }
}
