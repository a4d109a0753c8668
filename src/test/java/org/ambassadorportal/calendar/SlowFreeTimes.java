package org.ambassadorportal.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The free times again, slowly and plainly: every five minutes of a world are looked at one by one. It shares nothing
 * with {@link FreeTimes} but the question.
 */
class SlowFreeTimes {

    private static final Duration LOOK = Duration.ofMinutes(5);

    private final Demand demand;
    private final List<LocalDate> holidays;
    private final ZoneId zone;
    private final Instant now;

    SlowFreeTimes(Demand demand, List<LocalDate> holidays, ZoneId zone, Instant now) {
        this.demand = demand;
        this.holidays = holidays;
        this.zone = zone;
        this.now = now;
    }

    List<FreeTime> of(List<HostTime> hosts, Span window) {
        var found = new ArrayList<FreeTime>();
        for (long second = window.from().getEpochSecond();
                second < window.until().getEpochSecond();
                second += 60) {
            if (second % demand.step().toSeconds() != 0) continue;
            var starts = Instant.ofEpochSecond(second);
            var free = hosts.stream()
                    .filter(host -> isFree(host, starts))
                    .map(HostTime::host)
                    .toList();
            if (!free.isEmpty()) found.add(new FreeTime(starts, free));
        }
        return found;
    }

    private boolean isFree(HostTime host, Instant starts) {
        if (!demand.hosts().isEmpty() && !demand.hosts().contains(host.host())) return false;
        if (starts.isBefore(now.plus(demand.notice()))) return false;
        var lastDay = now.atZone(zone).toLocalDate().plusDays(demand.horizonDays());
        if (starts.atZone(zone).toLocalDate().isAfter(lastDay)) return false;
        var ends = starts.plus(demand.length());
        for (var at = starts; at.isBefore(ends); at = at.plus(LOOK)) if (!isThere(host, at)) return false;
        var kept = ends.plus(demand.after());
        for (var at = starts.minus(demand.before()); at.isBefore(kept); at = at.plus(LOOK)) {
            if (isOccupied(host, at)) return false;
        }
        return isBelowTheMost(host, starts);
    }

    private boolean isThere(HostTime host, Instant at) {
        if (holidays.contains(at.atZone(zone).toLocalDate())) return false;
        var wall = at.atZone(host.zone()).toLocalDateTime();
        for (var away : host.away()) {
            boolean before = wall.toLocalDate().isBefore(away.first());
            boolean after = wall.toLocalDate().isAfter(away.last());
            if (!before && !after) return false;
        }
        for (var hours : host.hours()) {
            if (hours.offering() != null && !hours.offering().equals(demand.offering())) continue;
            for (var begun : List.of(wall.toLocalDate().minusDays(1), wall.toLocalDate())) {
                if (hours.day() != null && begun.getDayOfWeek() != hours.day()) continue;
                if (begun.isBefore(hours.first())) continue;
                if (hours.last() != null && begun.isAfter(hours.last())) continue;
                boolean overMidnight = !hours.opens().isBefore(hours.closes());
                var opens = begun.atTime(hours.opens());
                var closes = (overMidnight ? begun.plusDays(1) : begun).atTime(hours.closes());
                if (!wall.isBefore(opens) && wall.isBefore(closes)) return true;
            }
        }
        return false;
    }

    private static boolean isOccupied(HostTime host, Instant at) {
        for (var busy : host.busy()) if (!at.isBefore(busy.from()) && at.isBefore(busy.until())) return true;
        for (var taken : host.taken()) {
            if (!at.isBefore(taken.span().from()) && at.isBefore(taken.span().until())) return true;
        }
        return false;
    }

    private boolean isBelowTheMost(HostTime host, Instant starts) {
        int sameDay = 0;
        int sameWeek = 0;
        int anyOfTheWeek = 0;
        for (var taken : host.taken()) {
            if (!taken.counts()) continue;
            var day = day(host, taken.starts());
            boolean week = monday(day).equals(monday(day(host, starts)));
            if (week) anyOfTheWeek++;
            if (!demand.offering().equals(taken.offering())) continue;
            if (week) sameWeek++;
            if (day.equals(day(host, starts))) sameDay++;
        }
        return below(sameDay, demand.perDay())
                && below(sameWeek, demand.perWeek())
                && below(anyOfTheWeek, host.perWeek());
    }

    private static boolean below(int count, @Nullable Integer most) {
        return most == null || count < most;
    }

    private static LocalDate day(HostTime host, Instant at) {
        return at.atZone(host.zone()).toLocalDate();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
