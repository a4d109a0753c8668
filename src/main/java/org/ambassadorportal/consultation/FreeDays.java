package org.ambassadorportal.consultation;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.ambassadorportal.calendar.Demand;
import org.ambassadorportal.calendar.FreeTime;
import org.ambassadorportal.calendar.TeamCalendar;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The free times of a month as a page shows them, in the zone of whoever looks. */
@Service
@Transactional(readOnly = true)
@ForInside
class FreeDays {

    private static final int NEXT = 6;

    private final TeamCalendar calendar;
    private final When when;
    private final Clock clock;

    FreeDays(TeamCalendar calendar, When when, Clock clock) {
        this.calendar = calendar;
        this.when = when;
        this.clock = clock;
    }

    /**
     * For whom free times are shown.
     *
     * @param owner whose own time counts as free
     * @param path of the page
     * @param familiar the host one had before
     * @param zone in which times are shown unless the address says otherwise; {@code null} for the organization's
     */
    record Asker(
            Demand demand,
            UUID owner,
            String path,
            @Nullable PersonId familiar,
            @Nullable ZoneId zone) {}

    /**
     * A month of free times: the one that is asked for, or else the first that has any.
     *
     * @param taken a time that was just taken: the next ones after it are listed
     */
    TimePage page(Asker asker, TimeQuery query, @Nullable Instant taken) {
        var home = when.zone();
        var zone = query.zoneId().orElse(asker.zone() == null ? home : asker.zone());
        var today = clock.instant().atZone(zone).toLocalDate();
        var first = YearMonth.from(today);
        var last = YearMonth.from(today.plusDays(asker.demand().horizonDays() + 1L));
        var wanted = query.monthWanted().orElse(null);
        // Without a month it is the first with times: all there are are read at once, and the others left aside.
        var from = wanted == null ? today : max(first, min(last, wanted)).atDay(1);
        var until = wanted == null ? last.atEndOfMonth() : YearMonth.from(from).atEndOfMonth();
        var byDay = byDay(calendar.free(asker.demand(), from, until, zone, asker.owner()), zone);
        var month = YearMonth.from(wanted == null && !byDay.isEmpty() ? byDay.firstKey() : from);
        byDay.keySet().removeIf(other -> !YearMonth.from(other).equals(month));
        var day = query.dayWanted().filter(byDay::containsKey).orElse(byDay.isEmpty() ? null : byDay.firstKey());
        return new TimePage(
                asker.path(),
                zone,
                home,
                month,
                month.isAfter(first) ? month.minusMonths(1) : null,
                month.isBefore(last) ? month.plusMonths(1) : null,
                weeks(month, byDay, day, today),
                day,
                days(byDay, asker.familiar(), zone),
                query.asList(),
                byDay.values().stream().mapToInt(List::size).sum(),
                taken == null ? List.of() : next(asker, taken));
    }

    private static YearMonth max(YearMonth one, YearMonth other) {
        return one.isAfter(other) ? one : other;
    }

    private static YearMonth min(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }

    /** The next free times after one that was taken, or from now on where there are none after it. */
    List<TimePage.Time> next(Asker asker, Instant taken) {
        var found = calendar.next(asker.demand(), taken, NEXT, asker.owner());
        if (found.isEmpty()) found = calendar.next(asker.demand(), clock.instant(), NEXT, asker.owner());
        return found.stream().map(time -> time(time, asker.familiar())).toList();
    }

    /**
     * Says in words why a time cannot be chosen, as far as that is plain without asking who is free.
     *
     * @throws Refusal for a time that is past, too soon, or too far ahead
     */
    void mustBeBookable(Demand demand, Instant starts) {
        var now = clock.instant();
        if (!starts.isAfter(now)) throw new Refusal("starts", "booking.time.past");
        if (starts.isBefore(now.plus(demand.notice())))
            throw new Refusal("starts", "booking.time.soon", when.span(demand.notice()));
        var last = when.today().plusDays(demand.horizonDays());
        if (when.dayOf(starts).isAfter(last)) throw new Refusal("starts", "booking.time.far", when.day(last));
    }

    private static NavigableMap<LocalDate, List<FreeTime>> byDay(List<FreeTime> free, ZoneId zone) {
        var byDay = new TreeMap<LocalDate, List<FreeTime>>();
        for (var time : free)
            byDay.computeIfAbsent(time.starts().atZone(zone).toLocalDate(), any -> new ArrayList<>())
                    .add(time);
        return byDay;
    }

    private static List<TimePage.Week> weeks(
            YearMonth month, Map<LocalDate, List<FreeTime>> byDay, @Nullable LocalDate chosen, LocalDate today) {
        var weeks = new ArrayList<TimePage.Week>();
        var first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        for (var week = first; !week.isAfter(month.atEndOfMonth()); week = week.plusWeeks(1)) {
            var cells = new ArrayList<TimePage.Cell>();
            for (var day = week; day.isBefore(week.plusWeeks(1)); day = day.plusDays(1)) {
                int free = byDay.getOrDefault(day, List.of()).size();
                boolean here = YearMonth.from(day).equals(month);
                cells.add(new TimePage.Cell(day, free, here, day.equals(chosen), day.equals(today)));
            }
            weeks.add(new TimePage.Week(week, List.copyOf(cells)));
        }
        return weeks;
    }

    private static List<TimePage.Day> days(
            Map<LocalDate, List<FreeTime>> byDay, @Nullable PersonId familiar, ZoneId zone) {
        var days = new ArrayList<TimePage.Day>();
        byDay.forEach((day, times) -> {
            var parts = new LinkedHashMap<String, List<TimePage.Time>>();
            for (var time : times) {
                var part = TimePage.part(time.starts().atZone(zone).getHour());
                parts.computeIfAbsent(part, any -> new ArrayList<>()).add(time(time, familiar));
            }
            days.add(new TimePage.Day(
                    day,
                    parts.entrySet().stream()
                            .map(part -> new TimePage.Part(part.getKey(), List.copyOf(part.getValue())))
                            .toList(),
                    times.size()));
        });
        return days;
    }

    private static TimePage.Time time(FreeTime time, @Nullable PersonId familiar) {
        return new TimePage.Time(time.starts(), familiar != null && time.hosts().contains(familiar));
    }
}
