package org.ambassadorportal.insights;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.ambassadorportal.ambassador.Ambassadors;
import org.ambassadorportal.consultation.HelpFigures;
import org.ambassadorportal.desk.DeskFigures;
import org.ambassadorportal.desk.DeskFigures.InMonth;
import org.ambassadorportal.freeze.FreezeNotice;
import org.ambassadorportal.freeze.Freezes;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.organization.Organization;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Works out the figures of a period from what the other modules count. */
@Service
@Transactional(readOnly = true)
class Insights {

    private final DeskFigures desk;
    private final Ambassadors ambassadors;
    private final HelpFigures help;
    private final Freezes freezes;
    private final Organization organization;
    private final Clock clock;

    Insights(
            DeskFigures desk,
            Ambassadors ambassadors,
            HelpFigures help,
            Freezes freezes,
            Organization organization,
            Clock clock) {
        this.desk = desk;
        this.ambassadors = ambassadors;
        this.help = help;
        this.freezes = freezes;
        this.organization = organization;
        this.clock = clock;
    }

    /** All that the page shows of a period. */
    @ForComms
    InsightsPage of(Period period) {
        var facts = organization.facts();
        var now = clock.instant();
        var present = YearMonth.from(now.atZone(facts.zone()));
        var first = period.from(present);
        // Twice as far back, for the comparison with the period before.
        var start = first == null
                ? null
                : first.minusMonths(Months.between(first, present).size());
        var counted = desk.receivedByMonth(start == null ? Instant.EPOCH : beginning(start), now, facts.zone());
        var begin = first != null
                ? first
                : counted.stream()
                        .map(count -> count.month())
                        .min(YearMonth::compareTo)
                        .orElse(present);
        var months = Months.between(begin, present);
        var received = Received.of(months, counted);
        var answers = FirstAnswers.of(desk.firstAnswers(beginning(begin), now), facts.hours(), facts.zone(), now);
        return new InsightsPage(
                period,
                received,
                start == null ? 0 : before(Months.between(start, begin.minusMonths(1)), counted),
                answers,
                help.counts(beginning(begin), now),
                ambassadors.counts().ambassadors(),
                freezes.exceptionsInForce(),
                frozenFrom(begin));
    }

    /** How many requests came in, by kind and month, for the download. */
    @ForComms
    Received received(Period period) {
        return of(period).received();
    }

    /** The day the present freeze began, where the chart reaches back to it. */
    private @Nullable LocalDate frozenFrom(YearMonth begin) {
        return freezes.inForce()
                .map(FreezeNotice::from)
                .filter(day -> !YearMonth.from(day).isBefore(begin))
                .orElse(null);
    }

    /** How many came in during the time before; 0 when the portal was only about to begin then. */
    private static long before(Months months, List<InMonth> counted) {
        var received = Received.of(months, counted);
        boolean fromTheFirstMonth =
                received.kinds().stream().anyMatch(kind -> kind.counts().getFirst() > 0);
        return fromTheFirstMonth ? received.total() : 0;
    }

    private Instant beginning(YearMonth month) {
        return month.atDay(1).atStartOfDay(organization.facts().zone()).toInstant();
    }

    /** The kinds in the order of {@link Received}, with what they sum up to. */
    static List<BarChart.Value> totals(Received received) {
        return received.kinds().stream()
                .map(kind -> new BarChart.Value(kind.kind(), kind.total()))
                .toList();
    }
}
