package org.ambassadorportal.social;

/** Carries a problem out of the rules to the one place that turns it into a {@link Reading}; an expected answer, so without a stack. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refused(Problem problem) {
        super(problem.kind().name(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
