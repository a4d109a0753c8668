package org.ambassadorportal.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.offering.OfferingId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what decides when hosts are free, and what they were given lately, in one statement however many hosts there
 * are.
 */
@Component
class HostTimes {

    /** Caps look at whole weeks, and buffers reach over the edges. */
    private static final Duration AROUND = Duration.ofDays(8);

    private static final String PIECES = """
            with host as (
                select h.person_id, p.name, h.zone, h.per_week, h.weight, h.video_address
                from calendar_host h
                join person p on p.id = h.person_id
                where h.active and not p.disabled and p.role in ('COMMS', 'ADMIN')
                  and (cardinality(:hosts::uuid[]) = 0 or h.person_id = any(:hosts::uuid[])))
            select * from (
                select 'HOST' as piece, h.person_id as host_id, h.name, h.zone, h.video_address, h.per_week, h.weight,
                    lately.recent, lately.last, null::int as day, null::time as opens, null::time as closes,
                    null::date as first_day, null::date as last_day, null::uuid as offering_id,
                    null::timestamptz as from_at, null::timestamptz as until_at, null::timestamptz as starts_at,
                    null::text as kind
                from host h
                left join lateral (
                    select max(t.given_at) as last, count(*) filter (where t.given_at > :since) as recent
                    from calendar_taken t
                    where :lately and t.host_id = h.person_id and t.kind not in ('HOLD', 'BLOCK')) lately on true
                union all
                select 'HOURS', host_id, null, null, null, null, null, null, null, day, opens, closes, first_day,
                    last_day, offering_id, null, null, null, null
                from calendar_hours
                where host_id in (select person_id from host)
                  and first_day <= :last and (last_day is null or last_day >= :first)
                union all
                select 'AWAY', person_id, null, null, null, null, null, null, null, null, null, null, first_day,
                    last_day, null, null, null, null, null
                from person_away
                where person_id in (select person_id from host) and first_day <= :last and last_day >= :first
                union all
                select 'BUSY', host_id, null, null, null, null, null, null, null, null, null, null, null, null, null,
                    lower(during), upper(during), null, null
                from calendar_busy
                where host_id in (select person_id from host) and during && tstzrange(:from, :until)
                union all
                select 'TAKEN', host_id, null, null, null, null, null, null, null, null, null, null, null, null,
                    offering_id, lower(during), upper(during), starts_at, kind
                from calendar_taken
                where host_id in (select person_id from host) and during && tstzrange(:from, :until)
                  and (expires_at is null or expires_at > :now) and owner_id is distinct from :but) pieces
            order by piece <> 'HOST', host_id""";

    private final JdbcClient database;

    HostTimes(JdbcClient database) {
        this.database = database;
    }

    /**
     * The hosts who can be booked, with what takes their time around a window.
     *
     * @param hosts these alone; empty for all
     * @param but an owner whose own time counts as free, because it is about to be moved
     */
    List<HostTime> around(Span window, Set<PersonId> hosts, @Nullable UUID but, Instant now) {
        return read(window, hosts, but, now, null).hosts();
    }

    /** All hosts who can be booked, with what they were given since a moment, for choosing fairly among them. */
    Known with(Instant since, Span window, @Nullable UUID but, Instant now) {
        return read(window, Set.of(), but, now, since);
    }

    /**
     * What was read.
     *
     * @param profiles of each host; without what they were given lately where nobody asked
     */
    record Known(List<HostTime> hosts, Map<PersonId, Profile> profiles) {}

    /** What one knows of a host besides the time. */
    record Profile(String name, @Nullable String video, FairShare.Load load) {}

    private Known read(Span window, Set<PersonId> hosts, @Nullable UUID but, Instant now, @Nullable Instant since) {
        Map<PersonId, HostTime> times = new LinkedHashMap<>();
        Map<PersonId, Profile> profiles = new LinkedHashMap<>();
        database.sql(PIECES)
                .param("hosts", hosts.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("first", day(window.from()).minusDays(10))
                .param("last", day(window.until()).plusDays(10))
                .param("from", window.from().minus(AROUND).atOffset(ZoneOffset.UTC))
                .param("until", window.until().plus(AROUND).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("lately", since != null)
                .param("since", (since == null ? now : since).atOffset(ZoneOffset.UTC))
                .param("but", but, java.sql.Types.OTHER)
                .query(row -> {
                    var host = new PersonId(row.getObject("host_id", UUID.class));
                    if (!row.getString("piece").equals("HOST")) {
                        add(row, Objects.requireNonNull(times.get(host)));
                        return;
                    }
                    times.put(host, host(row, host));
                    profiles.put(host, profile(row, host));
                });
        return new Known(List.copyOf(times.values()), profiles);
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static HostTime host(ResultSet row, PersonId host) throws SQLException {
        return new HostTime(
                host,
                ZoneId.of(row.getString("zone")),
                row.getObject("per_week", Integer.class),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    private static Profile profile(ResultSet row, PersonId host) throws SQLException {
        var last = row.getObject("last", OffsetDateTime.class);
        return new Profile(
                row.getString("name"),
                row.getString("video_address"),
                new FairShare.Load(
                        host, row.getInt("recent"), row.getInt("weight"), last == null ? null : last.toInstant()));
    }

    private static void add(ResultSet row, HostTime host) throws SQLException {
        switch (row.getString("piece")) {
            case "HOURS" -> host.hours().add(hours(row));
            case "AWAY" ->
                host.away()
                        .add(new HostTime.Away(
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class)));
            case "BUSY" -> host.busy().add(span(row));
            default -> host.taken().add(taken(row));
        }
    }

    private static Hours hours(ResultSet row) throws SQLException {
        var day = row.getObject("day", Integer.class);
        return new Hours(
                day == null ? null : DayOfWeek.of(day),
                row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                offering(row));
    }

    private static HostTime.Taken taken(ResultSet row) throws SQLException {
        var starts = row.getObject("starts_at", OffsetDateTime.class).toInstant();
        boolean counts = TakenKind.valueOf(row.getString("kind")).counts();
        return new HostTime.Taken(span(row), starts, offering(row), counts);
    }

    private static @Nullable OfferingId offering(ResultSet row) throws SQLException {
        var id = row.getObject("offering_id", UUID.class);
        return id == null ? null : new OfferingId(id);
    }

    private static Span span(ResultSet row) throws SQLException {
        return new Span(
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getObject("until_at", OffsetDateTime.class).toInstant());
    }
}
