package org.ambassadorportal.notification;

import org.jspecify.annotations.Nullable;

/**
 * How an attempt to deliver ended.
 *
 * @param problem {@code null} when the server took the mail
 * @param forGood whether another attempt would be in vain
 * @param answer the server's own words
 */
record Outcome(
        @Nullable Problem problem,
        boolean forGood,
        @Nullable String answer) {

    private static final int LONGEST = 400;

    Outcome {
        answer = answer == null ? null : oneLine(answer);
    }

    static Outcome delivered() {
        return new Outcome(null, true, null);
    }

    static Outcome later(Problem problem, @Nullable String answer) {
        return new Outcome(problem, false, answer);
    }

    static Outcome never(Problem problem, @Nullable String answer) {
        return new Outcome(problem, true, answer);
    }

    boolean unreachable() {
        return problem == Problem.UNREACHABLE || problem == Problem.TIMED_OUT;
    }

    private static String oneLine(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
