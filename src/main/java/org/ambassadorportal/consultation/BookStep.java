package org.ambassadorportal.consultation;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages on which one books a time, in their order. */
enum BookStep {
    WHAT(1, ""),
    ABOUT(2, "/about"),
    TIME(3, "/time"),
    CHECK(4, "/check");

    static final String HOME = "/consultations/new";

    private final int number;
    private final String tail;

    BookStep(int number, String tail) {
        this.number = number;
        this.tail = tail;
    }

    public String path() {
        return HOME + tail;
    }

    public int number() {
        return number;
    }

    /** The message with its name. */
    public String label() {
        return "booking.step." + name().toLowerCase(Locale.ROOT);
    }

    static int count() {
        return values().length;
    }

    /** The page before this one; {@code null} on the first. */
    @Nullable BookStep before() {
        return switch (this) {
            case WHAT -> null;
            case ABOUT -> WHAT;
            case TIME -> ABOUT;
            case CHECK -> TIME;
        };
    }

    Stream<Row> rows() {
        return Stream.of(values()).map(step -> new Row(step, this));
    }

    /** A step as {@code fragments/steps} lists it, seen from the present one. */
    record Row(BookStep step, BookStep present) {

        public String label() {
            return step.label();
        }

        public String path() {
            return step.path();
        }

        public boolean done() {
            return step.compareTo(present) < 0;
        }

        public boolean current() {
            return step == present;
        }

        public boolean reachable() {
            return done();
        }
    }
}
