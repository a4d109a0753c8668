package org.ambassadorportal.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.ForLeads;
import org.ambassadorportal.organization.BusinessHours;
import org.ambassadorportal.organization.Organization;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the desk as a whole does: what came in and was settled, what waits, how long answers take. Times are business
 * hours; the database works them out, so that a year of a busy desk is no list in memory.
 */
@Service
@Transactional(readOnly = true)
class Overview {

    /** Where a first answer or an arrival falls: the business seconds before its day, and within it. */
    private static final String SECONDS =
            "(%1$s.before + extract(epoch from least(greatest(%2$s, %1$s.opens), %1$s.closes) - %1$s.opens))";

    private final JdbcClient database;
    private final Organization organization;
    private final Clock clock;

    Overview(JdbcClient database, Organization organization, Clock clock) {
        this.database = database;
        this.organization = organization;
        this.clock = clock;
    }

    /**
     * All that the page shows.
     *
     * @param weeks how many weeks back, the present one included
     */
    @ForComms
    OverviewPage page(int weeks, @Nullable String kind) {
        var facts = organization.facts();
        var now = clock.instant();
        var last = monday(now, facts.zone());
        var first = last.minusWeeks(weeks - 1L);
        var from = first.atStartOfDay(facts.zone()).toInstant();
        return new OverviewPage(
                weeks,
                kind,
                first,
                last,
                flows(from, facts.zone()),
                ages(now),
                times(from, now, facts.hours(), facts.zone()));
    }

    /** What came in and was settled, by week and kind, for the download. */
    @ForComms
    List<OverviewPage.Flow> flows(int weeks) {
        var zone = organization.facts().zone();
        var first = monday(clock.instant(), zone).minusWeeks(weeks - 1L);
        return flows(first.atStartOfDay(zone).toInstant(), zone);
    }

    private static LocalDate monday(Instant now, ZoneId zone) {
        return now.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private List<OverviewPage.Flow> flows(Instant from, ZoneId zone) {
        return database.sql("""
                        select date_trunc('week', at at time zone :zone)::date as week, kind,
                               sum(came) as came, sum(went) as went
                          from (select received_at as at, kind, 1 as came, 0 as went from desk_item
                                 where received_at >= :from and status <> 'MERGED'
                                union all
                                select settled_at, kind, 0, 1 from desk_item
                                 where settled_at >= :from and status = 'SETTLED') moved
                         group by 1, 2 order by 1, 2""")
                .param("zone", zone.getId())
                .param("from", at(from))
                .query((row, number) -> new OverviewPage.Flow(
                        row.getObject("week", LocalDate.class),
                        row.getString("kind"),
                        row.getLong("came"),
                        row.getLong("went")))
                .list();
    }

    /** What waits, by how long ago it came, and what of it is late. */
    private List<OverviewPage.Aged> ages(Instant now) {
        var counts = new EnumMap<OverviewPage.Age, OverviewPage.Aged>(OverviewPage.Age.class);
        for (var age : OverviewPage.Age.values()) counts.put(age, new OverviewPage.Aged(age, 0, 0));
        database.sql("""
                        select (array[0, 1, 3, 7, 14, 28])[1 + width_bucket(
                                   extract(epoch from :now::timestamptz - received_at) / 86400,
                                   array[1, 3, 7, 14, 28]::numeric[])] as days,
                               count(*) as items,
                               count(*) filter (where next_due_at <= :now) as late
                          from desk_item where status in ('NEW', 'OPEN', 'PENDING') group by 1""")
                .param("now", at(now))
                .query((row, number) -> new OverviewPage.Aged(
                        OverviewPage.Age.of(row.getInt("days")), row.getLong("items"), row.getLong("late")))
                .list()
                .forEach(one -> counts.put(one.age(), one));
        return List.copyOf(counts.values());
    }

    private List<OverviewPage.Times> times(Instant from, Instant until, BusinessHours hours, ZoneId zone) {
        var days = Days.of(from, until, hours, zone);
        return database.sql("""
                        with days as (
                            select * from unnest(:days::text[]::date[], :before::text[]::bigint[],
                                                    :opens::text[]::timestamptz[], :closes::text[]::timestamptz[])
                                as d(day, before, opens, closes)),
                        timed as (
                            select i.kind,
                                   case when answered.day is not null then %s - %s end as first,
                                   case when i.status = 'SETTLED' and i.outcome <> 'withdrawn'
                                        then i.worked_seconds end as whole
                              from desk_item i
                              join days came on came.day = (i.received_at at time zone :zone)::date
                              left join days answered on answered.day = (i.first_response_at at time zone :zone)::date
                             where i.received_at >= :from and i.status <> 'MERGED')
                        select kind, count(first) as answered, count(whole) as settled,
                               percentile_cont(array[0.5, 0.9]) within group (order by first) as first,
                               percentile_cont(array[0.5, 0.9]) within group (order by whole) as whole
                          from timed group by grouping sets ((kind), ())
                         order by kind nulls first""".formatted(
                                SECONDS.formatted("answered", "i.first_response_at"),
                                SECONDS.formatted("came", "i.received_at")))
                .param("days", texts(days.day()))
                .param("before", texts(days.before()))
                .param("opens", texts(days.opens()))
                .param("closes", texts(days.closes()))
                .param("zone", zone.getId())
                .param("from", at(from))
                .query(Overview::times)
                .list();
    }

    private static String[] texts(List<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    private static OverviewPage.Times times(ResultSet row, int number) throws SQLException {
        return new OverviewPage.Times(
                row.getString("kind"),
                row.getLong("answered"),
                length(row, "first", 1),
                length(row, "first", 2),
                row.getLong("settled"),
                length(row, "whole", 1),
                length(row, "whole", 2));
    }

    private static @Nullable Duration length(ResultSet row, String column, int which) throws SQLException {
        var array = row.getArray(column);
        if (array == null) return null;
        var seconds = ((Double[]) array.getArray())[which - 1];
        return seconds == null ? null : Duration.ofSeconds(Math.round(seconds));
    }

    /** The days of a period with the business seconds that lie before each of them. */
    private record Days(List<LocalDate> day, List<Long> before, List<Instant> opens, List<Instant> closes) {

        static Days of(Instant from, Instant until, BusinessHours hours, ZoneId zone) {
            var days = new Days(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            long before = 0;
            var last = until.atZone(zone).toLocalDate();
            for (var day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
                var opens = day.atTime(hours.opens()).atZone(zone).toInstant();
                var closes = hours.isWorkday(day)
                        ? day.atTime(hours.closes()).atZone(zone).toInstant()
                        : opens;
                days.day.add(day);
                days.before.add(before);
                days.opens.add(opens);
                days.closes.add(closes);
                before += Duration.between(opens, closes).toSeconds();
            }
            return days;
        }
    }

    /** Who has how much, by name; for leads alone, and in no order of merit. */
    @ForLeads
    List<OverviewPage.Load> load() {
        return database.sql("""
                        select p.id, p.name,
                               count(i.id) filter (where i.status in ('NEW', 'OPEN')) as open,
                               count(i.id) filter (where i.status = 'PENDING') as pending,
                               count(i.id) filter (where i.next_due_at <= :now) as late
                          from person p
                          left join desk_item i on i.assignee_id = p.id and i.status in ('NEW', 'OPEN', 'PENDING')
                         where p.role in ('COMMS', 'ADMIN') and not p.disabled
                         group by p.id, p.name order by p.name, p.id""")
                .param("now", at(clock.instant()))
                .query((row, number) -> new OverviewPage.Load(
                        row.getString("id"),
                        row.getString("name"),
                        row.getLong("open"),
                        row.getLong("pending"),
                        row.getLong("late")))
                .list();
    }

    private static OffsetDateTime at(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
