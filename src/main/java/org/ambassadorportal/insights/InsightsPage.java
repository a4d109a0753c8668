package org.ambassadorportal.insights;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.ambassadorportal.consultation.HelpCount;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * What the page shows of a period.
 *
 * @param before how many requests came in during the same time before; 0 where that is not known
 * @param helped what guests of the comms team said afterwards
 * @param ambassadors how many have a page that is published now
 * @param exceptions how many exceptions are in force today
 * @param frozenFrom the day the present freeze began, if that lies in the period
 */
record InsightsPage(
        Period period,
        Received received,
        long before,
        List<FirstAnswers> answers,
        List<HelpCount> helped,
        long ambassadors,
        long exceptions,
        @Nullable LocalDate frozenFrom) {

    InsightsPage {
        answers = List.copyOf(answers);
        helped = List.copyOf(helped);
    }

    public boolean none() {
        return received.none();
    }

    public YearMonth first() {
        return received.months().first();
    }

    public YearMonth last() {
        return received.months().last();
    }

    /** By how many percent more or fewer came in than in the same time before; {@code null} where that says nothing. */
    public @Nullable Long change() {
        return before == 0 ? null : Math.round((received.total() - before) * 100.0 / before);
    }

    public int inTime() {
        return answers.stream().mapToInt(FirstAnswers::inTime).sum();
    }

    public int due() {
        return answers.stream().mapToInt(FirstAnswers::due).sum();
    }

    public LineChart overTime() {
        return LineChart.of(received, frozenFrom, LineChart.WIDE);
    }

    public BarChart totals() {
        return BarChart.of(Insights.totals(received), null, BarChart.WIDE);
    }

    public BarChart waits() {
        return waits(BarChart.WIDE);
    }

    /** How many said whether it helped. */
    public int told() {
        return helped.stream().mapToInt(HelpCount::answers).sum();
    }

    public DefaultMessageSourceResolvable helpedFinding() {
        return Finding.helped(helped);
    }

    public BarChart helpedChart() {
        return helpedChart(BarChart.WIDE);
    }

    public BarChart helpedChartNarrow() {
        return helpedChart(BarChart.NARROW);
    }

    private BarChart helpedChart(BarChart.Shape shape) {
        var values = helped.stream()
                .map(count -> new BarChart.Value("helped." + count.helped(), count.answers()))
                .toList();
        return BarChart.of(values, null, shape);
    }

    // The same three for a phone: drawn anew, because a wide picture made small cannot be read.

    public LineChart overTimeNarrow() {
        return LineChart.of(received, frozenFrom, LineChart.NARROW);
    }

    public BarChart totalsNarrow() {
        return BarChart.of(Insights.totals(received), null, BarChart.NARROW);
    }

    public BarChart waitsNarrow() {
        return waits(BarChart.NARROW);
    }

    private BarChart waits(BarChart.Shape shape) {
        return BarChart.of(
                answers.stream()
                        .map(kind -> new BarChart.Value(kind.kind(), kind.hours()))
                        .toList(),
                workingDay(),
                shape);
    }

    /** The length of a working day in hours. */
    public double workingDay() {
        return answers.isEmpty() ? 0 : answers.getFirst().day().toMinutes() / 60.0;
    }

    public MessageSourceResolvable overTimeFinding() {
        return Finding.overTime(received);
    }

    public MessageSourceResolvable totalsFinding() {
        return Finding.most(received);
    }

    public MessageSourceResolvable waitsFinding() {
        return Finding.waiting(answers);
    }

    /** The months as heads of columns: "Nov", with the year where a name would come twice. */
    public List<String> monthNames() {
        boolean year = received.months().size() > 12;
        return received.months().all().stream()
                .map(month -> LineChart.name(month, year))
                .toList();
    }
}
