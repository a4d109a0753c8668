package org.ambassadorportal.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.ambassadorportal.desk.DeskFigures.Answer;
import org.ambassadorportal.desk.DeskFigures.InMonth;
import org.ambassadorportal.organization.BusinessHours;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.ResourceBundleMessageSource;

class FindingTests {

    private static final ZoneId DETROIT = ZoneId.of("America/Detroit");
    private static final Months YEAR = Months.between(YearMonth.of(2025, 11), YearMonth.of(2026, 10));
    private static final BusinessHours HOURS = new BusinessHours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0), List.of());

    @Test
    void namesTheKindThatRoseMostOverTheLastWholeMonths() {
        var received = received(
                new long[] {1, 1, 1, 1, 1, 2, 2, 2, 4, 4, 4, 0}, new long[] {5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 9});
        assertThat(words(Finding.overTime(received)))
                .isEqualTo("talk go up: 12 in the last three full months, 6 in the three before");
    }

    @Test
    void namesTheKindThatFellMost() {
        var received = received(new long[] {9, 9, 9, 9, 9, 9, 9, 9, 2, 2, 2, 0}, new long[12]);
        assertThat(words(Finding.overTime(received)))
                .isEqualTo("talk go down: 6 in the last three full months, 27 in the three before");
    }

    @Test
    void saysThatNothingChangesMuch() {
        var received = received(new long[] {6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 6, 0}, new long[12]);
        assertThat(words(Finding.overTime(received))).isEqualTo("Requests hold steady at about 6 a month");
    }

    @Test
    void namesWhatIsAskedForMostWhileTheYearIsYoung() {
        var months = Months.between(YearMonth.of(2026, 9), YearMonth.of(2026, 10));
        var received = Received.of(
                months, List.of(new InMonth(months.first(), "talk", 3), new InMonth(months.last(), "training", 2)));
        assertThat(words(Finding.overTime(received))).isEqualTo("talk are asked for most: 3 of 5 requests");
    }

    @Test
    void measuresFirstAnswersInBusinessHours() {
        var friday = Instant.parse("2026-10-16T20:00:00Z"); // 4 pm
        var monday = Instant.parse("2026-10-19T14:00:00Z"); // 10 am: two working hours later
        var tuesday = Instant.parse("2026-10-20T20:00:00Z"); // 4 pm: sixteen
        var now = Instant.parse("2026-10-21T20:00:00Z");
        var answers = FirstAnswers.of(
                List.of(
                        new Answer("talk", friday, monday),
                        new Answer("talk", friday, monday),
                        new Answer("talk", friday, null),
                        new Answer("talk", now, null),
                        new Answer("question", friday, tuesday)),
                HOURS,
                DETROIT,
                now);
        assertThat(answers).extracting(FirstAnswers::kind).containsExactly("talk", "question");
        var talk = answers.getFirst();
        assertThat(talk.median()).isEqualTo(Duration.ofHours(2));
        assertThat(talk.answered()).isEqualTo(2);
        assertThat(talk.inTime()).isEqualTo(2);
        // The one of this minute is not due yet, the unanswered one of Friday is.
        assertThat(talk.due()).isEqualTo(3);
        assertThat(answers.getLast().hours()).isEqualTo(16.0);
        assertThat(words(Finding.waiting(answers)))
                .isEqualTo("question wait for longer than a working day; all others are answered sooner");
    }

    @Test
    void aChartHasFourLinesWithNamesThatDoNotTouch() {
        var counted = new ArrayList<InMonth>();
        for (int kind = 1; kind <= 6; kind++) {
            for (var month : YEAR.all()) counted.add(new InMonth(month, "kind" + kind, 1));
        }
        var chart = LineChart.of(Received.of(YEAR, counted), null, LineChart.WIDE);
        assertThat(chart.lines()).hasSize(LineChart.MOST);
        var names = chart.lines().stream().map(LineChart.Line::nameAt).sorted().toList();
        for (int i = 1; i < names.size(); i++) {
            assertThat(names.get(i) - names.get(i - 1)).isGreaterThanOrEqualTo(20);
        }
        assertThat(chart.lines()).allSatisfy(line -> assertThat(line.nameAt()).isBetween(0.0, 284.0));
    }

    @Test
    void aChartOfOneMonthOrOfNothingHasCoordinates() {
        var one = Months.between(YearMonth.of(2026, 10), YearMonth.of(2026, 10));
        var chart =
                LineChart.of(Received.of(one, List.of(new InMonth(one.first(), "talk", 1234))), null, LineChart.WIDE);
        assertThat(chart.lines().getFirst().path()).matches("M\\d+\\.0 \\d+(\\.\\d)?");
        assertThat(chart.rows().getLast().label()).isEqualTo("1500");
        assertThat(BarChart.of(List.of(new BarChart.Value("talk", 0)), null, BarChart.WIDE)
                        .bars()
                        .getFirst()
                        .width())
                .isZero();
    }

    private static Received received(long[] talks, long[] trainings) {
        var counted = new ArrayList<InMonth>();
        for (int i = 0; i < 12; i++) {
            counted.add(new InMonth(YEAR.all().get(i), "talk", talks[i]));
            counted.add(new InMonth(YEAR.all().get(i), "training", trainings[i]));
        }
        return Received.of(YEAR, counted);
    }

    private static String words(MessageSourceResolvable finding) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/insights");
        messages.setDefaultEncoding("UTF-8");
        return messages.getMessage(finding, Locale.US);
    }
}
