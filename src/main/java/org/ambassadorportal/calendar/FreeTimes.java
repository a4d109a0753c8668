package org.ambassadorportal.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ambassadorportal.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The one place that counts free time: a host's hours, without holidays, days away, what their own calendar says, and
 * what is taken with its buffers; as long as the most that a host takes is not reached, no earlier than the notice and
 * no further than the horizon. Pure: the same questions have the same answers.
 *
 * <p>The rules in full. A time is free for a host when
 *
 * <ol>
 *   <li>it begins on the grid of {@link Demand#step}, counted from the epoch, not before now plus notice, and not after
 *       the last day of the horizon in the organization's zone;
 *   <li>the whole of it lies in the host's hours, which may touch one another; hours are read off the wall clock of the
 *       host's zone (see {@link WallTime}) and belong to the day they begin on;
 *   <li>no part of it lies on a day away (the host's zone) or on a holiday (the organization's zone);
 *   <li>with its own buffers it touches neither busy time nor taken time with the buffers of that;
 *   <li>the host has fewer than the allowed number of bookings on its day and in its week: of this offering by the
 *       offering's rules, of any by the host's own. A day and a week, Monday to Sunday, are those of the host's zone in
 *       which a booking begins.
 * </ol>
 */
class FreeTimes {

    private static final Duration DAY = Duration.ofDays(1);

    private final Demand demand;
    private final List<LocalDate> holidays;
    private final ZoneId zone;
    private final Instant now;

    /**
     * @param holidays days of the organization on which nobody is booked
     * @param zone the organization's zone, in which holidays and the horizon are counted
     */
    FreeTimes(Demand demand, List<LocalDate> holidays, ZoneId zone, Instant now) {
        this.demand = demand;
        this.holidays = holidays;
        this.zone = zone;
        this.now = now;
    }

    /** The free times that begin inside the window, in order, each with the hosts in the order they were given. */
    List<FreeTime> of(List<HostTime> hosts, Span window) {
        var open = bounds(window);
        if (open == null) return List.of();
        SortedMap<Instant, List<PersonId>> found = new TreeMap<>();
        for (var host : hosts) {
            if (!demand.mayBeHostedBy(host.host())) continue;
            for (var starts : of(host, open))
                found.computeIfAbsent(starts, any -> new ArrayList<>()).add(host.host());
        }
        return found.entrySet().stream()
                .map(time -> new FreeTime(time.getKey(), time.getValue()))
                .toList();
    }

    /** The part of the window in which a time may begin, if there is one. */
    private @Nullable Span bounds(Span window) {
        var earliest = now.plus(demand.notice());
        var end = now.atZone(zone)
                .toLocalDate()
                .plusDays(demand.horizonDays() + 1L)
                .atStartOfDay(zone)
                .toInstant();
        var from = window.from().isAfter(earliest) ? window.from() : earliest;
        var until = window.until().isBefore(end) ? window.until() : end;
        return from.isBefore(until) ? new Span(from, until) : null;
    }

    private List<Instant> of(HostTime host, Span open) {
        var around = open.with(DAY, DAY.plus(demand.length()));
        var present = host.present(around, holidays, zone, hours -> hours.areFor(demand.offering()));
        var blocked = new ArrayList<>(host.busy());
        host.taken().forEach(taken -> blocked.add(taken.span()));
        var closed = Span.union(blocked);
        var limits = new Limits(host);
        var starts = new ArrayList<Instant>();
        int next = 0;
        for (var span : present) {
            for (var at = onGrid(later(span.from(), open.from()));
                    at.isBefore(open.until()) && !at.plus(demand.length()).isAfter(span.until());
                    at = at.plus(demand.step())) {
                var whole = Span.of(at, demand.length()).with(demand.before(), demand.after());
                while (next < closed.size() && !closed.get(next).until().isAfter(whole.from())) next++;
                boolean touched = next < closed.size() && closed.get(next).overlaps(whole);
                if (!touched && limits.allow(at)) starts.add(at);
            }
        }
        return starts;
    }

    private Instant onGrid(Instant at) {
        long step = demand.step().toSeconds();
        long second = at.getEpochSecond() + (at.getNano() > 0 ? 1 : 0);
        return Instant.ofEpochSecond(Math.ceilDiv(second, step) * step);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** How much a host has already, by day and by week. */
    private class Limits {

        private final HostTime host;
        private final Map<LocalDate, Integer> ofOfferingByDay = new HashMap<>();
        private final Map<LocalDate, Integer> ofOfferingByWeek = new HashMap<>();
        private final Map<LocalDate, Integer> ofAnyByWeek = new HashMap<>();

        Limits(HostTime host) {
            this.host = host;
            for (var taken : host.taken()) {
                if (!taken.counts()) continue;
                var day = day(taken.starts());
                ofAnyByWeek.merge(week(day), 1, Integer::sum);
                if (!demand.offering().equals(taken.offering())) continue;
                ofOfferingByDay.merge(day, 1, Integer::sum);
                ofOfferingByWeek.merge(week(day), 1, Integer::sum);
            }
        }

        boolean allow(Instant starts) {
            if (demand.perDay() == null && demand.perWeek() == null && host.perWeek() == null) return true;
            var day = day(starts);
            return below(ofOfferingByDay, day, demand.perDay())
                    && below(ofOfferingByWeek, week(day), demand.perWeek())
                    && below(ofAnyByWeek, week(day), host.perWeek());
        }

        private static boolean below(Map<LocalDate, Integer> counts, LocalDate when, @Nullable Integer most) {
            return most == null || counts.getOrDefault(when, 0) < most;
        }

        private LocalDate day(Instant at) {
            return at.atZone(host.zone()).toLocalDate();
        }

        private static LocalDate week(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
    }
}
