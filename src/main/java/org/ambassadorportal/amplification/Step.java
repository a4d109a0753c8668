package org.ambassadorportal.amplification;

import org.jspecify.annotations.Nullable;

/** The pages of the form, in their order. */
enum Step {
    STORY(1, "/amplifications/new"),
    WHERE(2, "/amplifications/new/where"),
    PEOPLE(3, "/amplifications/new/people"),
    CHECK(4, "/amplifications/new/check");

    private final int number;
    private final String path;

    Step(int number, String path) {
        this.number = number;
        this.path = path;
    }

    /** Where this page of the form stands. */
    public String path() {
        return path;
    }

    /** The key of its name. */
    public String label() {
        return "amplification.step." + name();
    }

    public int number() {
        return number;
    }

    public boolean isBefore(Step other) {
        return compareTo(other) < 0;
    }

    /** The page after this one; the last stays. */
    Step next() {
        return switch (this) {
            case STORY -> WHERE;
            case WHERE -> PEOPLE;
            case PEOPLE, CHECK -> CHECK;
        };
    }

    /** The page before this one; {@code null} on the first. */
    @Nullable Step before() {
        return switch (this) {
            case STORY -> null;
            case WHERE -> STORY;
            case PEOPLE -> WHERE;
            case CHECK -> PEOPLE;
        };
    }
}
