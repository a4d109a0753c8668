package org.ambassadorportal.ambassador;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.kernel.FormStep;
import org.jspecify.annotations.Nullable;

/**
 * An enrollment as the pages of its person show it; before the first step is saved it holds what is known of them.
 *
 * @param savedAt when it was saved last; {@code null} while nothing is
 * @param reference what it is called at the desk, once it was sent
 * @param words what the reviewer asked to be changed
 * @param answered the steps that have their answers
 */
record Draft(
        Purpose purpose,
        @Nullable EnrollmentState state,
        long version,
        @Nullable Instant savedAt,
        @Nullable Reference reference,
        @Nullable String words,
        Particulars particulars,
        String unitName,
        Interests interests,
        Visibility visibility,
        List<EnteredProfile> profiles,
        @Nullable Opinions opinions,
        Set<Step> answered) {

    Draft {
        profiles = List.copyOf(profiles);
        answered = Set.copyOf(answered);
    }

    static Set<Step> answered(Enrollment enrollment, boolean policiesOpen) {
        var answered = EnumSet.noneOf(Step.class);
        for (var step : Step.of(enrollment.purpose())) if (enrollment.answers(step)) answered.add(step);
        if (policiesOpen) answered.remove(Step.POLICIES);
        return answered;
    }

    public List<Step> steps() {
        return Step.of(purpose);
    }

    /** The first step that lacks an answer; the last one when nothing does. */
    public Step firstOpen() {
        return steps().stream()
                .filter(step -> !answered.contains(step))
                .findFirst()
                .orElse(Step.CHECK);
    }

    /** Where somebody is led who opens this step: elsewhere, when it is not theirs to open yet or no longer. */
    public Optional<String> insteadOf(Step step) {
        if (state == EnrollmentState.SUBMITTED) return Optional.of("/me");
        if (!steps().contains(step) || !reachable(step))
            return Optional.of(firstOpen().path());
        return Optional.empty();
    }

    /** Where "Continue" leads. */
    public String wayOn() {
        return state == EnrollmentState.CHANGES_ASKED
                ? Step.CHECK.path()
                : firstOpen().path();
    }

    public Step after(Step step) {
        return steps().get(Math.min(steps().indexOf(step) + 1, steps().size() - 1));
    }

    public @Nullable Step before(Step step) {
        int at = steps().indexOf(step);
        return at > 0 ? steps().get(at - 1) : null;
    }

    public int number(Step step) {
        return steps().indexOf(step) + 1;
    }

    public List<FormStep> rows(Step current) {
        return steps().stream()
                .map(step -> new FormStep(
                        "enroll.step." + step.key(),
                        step.path(),
                        answered.contains(step),
                        step == current,
                        reachable(step)))
                .toList();
    }

    private boolean reachable(Step step) {
        return steps().indexOf(step) <= steps().indexOf(firstOpen());
    }

    /** A choice of a field. */
    record Choice(String value, String label) {}

    /** A profile in the list of answers. */
    record ProfileLine(String platform, String address, boolean hidden) {}

    public List<String> slots() {
        return ProfileSlots.all();
    }

    /** What was read from a field: what the form that was just sent said, or what is stored. */
    public ProfileReader.@Nullable Read reading(String slot, @Nullable List<ProfileReader.Read> sent) {
        if (sent != null)
            return sent.stream()
                    .filter(one -> one.slot().equals(slot))
                    .findFirst()
                    .orElse(null);
        return profiles.stream()
                .filter(entered -> entered.slot().equals(slot))
                .flatMap(entered -> entered.profile().stream())
                .map(profile -> ProfileReader.Read.good(slot, "", profile))
                .findFirst()
                .orElse(null);
    }

    public List<ProfileLine> profileLines() {
        return profiles.stream()
                .map(entered -> entered.profile()
                        .map(it -> new ProfileLine(it.platform().label(), it.readable(), entered.hidden()))
                        .orElseGet(() -> new ProfileLine(entered.slot(), entered.typed(), entered.hidden())))
                .toList();
    }

    /** The profiles as boxes to tick. */
    public List<Choice> profileChoices() {
        return profiles.stream()
                .map(entered -> new Choice(
                        entered.slot(),
                        entered.profile()
                                .map(it -> it.platform().label() + ": " + it.address())
                                .orElse(entered.typed())))
                .toList();
    }

    public boolean sentBefore() {
        return reference != null;
    }
}
