package org.ambassadorportal.desk;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the overview shows of a stretch of weeks.
 *
 * @param kind the one kind that the weeks are shown of; {@code null} for all
 * @param first the Monday of the first week
 * @param last the Monday of the present week
 * @param times of all kinds together first, then of each
 */
record OverviewPage(
        int weeks,
        @Nullable String kind,
        LocalDate first,
        LocalDate last,
        List<Flow> flows,
        List<Aged> ages,
        List<Times> times) {

    static final List<Integer> SPANS = List.of(13, 26, 52);

    /** What of a kind came in and was settled in the week that begins on a Monday. */
    record Flow(LocalDate week, String kind, long came, long went) {}

    /** How long ago something came that still waits. */
    enum Age {
        DAY(0),
        THREE_DAYS(1),
        WEEK(3),
        TWO_WEEKS(7),
        FOUR_WEEKS(14),
        LONGER(28);

        private final int days;

        Age(int days) {
            this.days = days;
        }

        /** The one that begins after so many days. */
        static Age of(int days) {
            return Arrays.stream(values())
                    .filter(age -> age.days == days)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** How much waits that long, and what of it is late. */
    record Aged(Age age, long items, long late) {}

    /**
     * How long it took, in business hours: of half, and of nine in ten.
     *
     * @param kind {@code null} for all together
     */
    record Times(
            @Nullable String kind,
            long answered,
            @Nullable Duration firstHalf,
            @Nullable Duration firstMost,
            long settled,
            @Nullable Duration wholeHalf,
            @Nullable Duration wholeMost) {

        /** "3.5"; empty where there is nothing to say. */
        static String hours(@Nullable Duration length) {
            return length == null ? "" : String.format(Locale.US, "%,.1f", length.toMinutes() / 60.0);
        }

        public String firstHalfHours() {
            return hours(firstHalf);
        }

        public String firstMostHours() {
            return hours(firstMost);
        }

        public String wholeHalfHours() {
            return hours(wholeHalf);
        }

        public String wholeMostHours() {
            return hours(wholeMost);
        }
    }

    /** What somebody of the team has. */
    record Load(String person, String name, long open, long pending, long late) {}

    /** Whether the address asks for a stretch that is offered. */
    static int span(@Nullable Integer weeks) {
        return weeks != null && SPANS.contains(weeks) ? weeks : SPANS.getFirst();
    }

    /** Each week of the stretch, those without anything too. */
    public List<Flow> perWeek() {
        var sums = new TreeMap<LocalDate, Flow>();
        for (var week = first; !week.isAfter(last); week = week.plusWeeks(1)) sums.put(week, new Flow(week, "", 0, 0));
        for (var flow : flows) {
            if (kind != null && !kind.equals(flow.kind())) continue;
            sums.computeIfPresent(
                    flow.week(), (week, sum) -> new Flow(week, "", sum.came() + flow.came(), sum.went() + flow.went()));
        }
        return new ArrayList<>(sums.values());
    }

    /** Each kind over the whole stretch. */
    public List<Flow> perKind() {
        var sums = new TreeMap<String, Flow>();
        for (var flow : flows)
            sums.merge(
                    flow.kind(),
                    new Flow(first, flow.kind(), flow.came(), flow.went()),
                    (one, other) -> new Flow(first, one.kind(), one.came() + other.came(), one.went() + other.went()));
        return new ArrayList<>(sums.values());
    }

    public long came() {
        return perWeek().stream().mapToLong(Flow::came).sum();
    }

    public long went() {
        return perWeek().stream().mapToLong(Flow::went).sum();
    }

    public long waiting() {
        return ages.stream().mapToLong(Aged::items).sum();
    }

    public long late() {
        return ages.stream().mapToLong(Aged::late).sum();
    }

    /** How much waits for longer than a week. */
    public long old() {
        return ages.stream()
                .filter(one -> one.age().compareTo(Age.WEEK) > 0)
                .mapToLong(Aged::items)
                .sum();
    }

    /** All kinds together. */
    public @Nullable Times all() {
        return times.stream().filter(one -> one.kind() == null).findFirst().orElse(null);
    }

    /** Those kinds of which anything was answered or settled. */
    public List<Times> perKindTimes() {
        return times.stream()
                .filter(one -> one.kind() != null && (one.answered() > 0 || one.settled() > 0))
                .toList();
    }

    /** Whether there is anything to measure. */
    public boolean timed() {
        return !perKindTimes().isEmpty();
    }

    public OverviewChart.Lines lines() {
        return OverviewChart.lines(perWeek(), OverviewChart.WIDE);
    }

    public OverviewChart.Lines linesNarrow() {
        return OverviewChart.lines(perWeek(), OverviewChart.NARROW);
    }

    public OverviewChart.Bars ageBars(boolean wide) {
        return OverviewChart.bars(
                ages.stream()
                        .map(one -> new OverviewChart.Value("desk.overview.age." + one.age(), one.items()))
                        .toList(),
                wide);
    }

    public OverviewChart.Bars firstBars(boolean wide) {
        return OverviewChart.bars(
                perKindTimes().stream()
                        .filter(one -> one.firstHalf() != null)
                        .map(one -> new OverviewChart.Value("kind." + one.kind(), hours(one.firstHalf())))
                        .toList(),
                wide);
    }

    public OverviewChart.Bars wholeBars(boolean wide) {
        return OverviewChart.bars(
                perKindTimes().stream()
                        .filter(one -> one.wholeHalf() != null)
                        .map(one -> new OverviewChart.Value("kind." + one.kind(), hours(one.wholeHalf())))
                        .toList(),
                wide);
    }

    private static double hours(@Nullable Duration length) {
        return length == null ? 0 : Math.round(length.toMinutes() / 6.0) / 10.0;
    }
}
