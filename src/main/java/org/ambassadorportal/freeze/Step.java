package org.ambassadorportal.freeze;

import java.util.Locale;

/** The pages of the form of an exception, in their order. */
enum Step {
    ACCOUNT(""),
    FREEZE("/freeze"),
    CASE("/case"),
    TIME("/time"),
    CHECK("/check");

    static final String FORM = "/freeze/exceptions/new";

    private final String tail;

    Step(String tail) {
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
        return ordinal() + 1;
    }

    boolean isBefore(Step other) {
        return compareTo(other) < 0;
    }
}
