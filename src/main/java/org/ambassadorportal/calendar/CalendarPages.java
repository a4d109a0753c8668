package org.ambassadorportal.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ambassadorportal.calendar.CalendarPage.Column;
import org.ambassadorportal.calendar.CalendarPage.HostName;
import org.ambassadorportal.calendar.CalendarPage.Line;
import org.ambassadorportal.calendar.CalendarPage.There;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.organization.BusinessHours.Holiday;
import org.ambassadorportal.organization.Organization;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The team's calendar for the eye, in the organization's zone; four statements, however much stands in it. */
@Service
@Transactional(readOnly = true)
class CalendarPages {

    private static final int QUARTER = 15;

    /** What the picture shows at least: a working day. */
    private static final int FROM = 8 * 60 / QUARTER;

    private static final int UNTIL = 18 * 60 / QUARTER;
    private static final int MIDNIGHT = 24 * 60 / QUARTER;

    private record TakenRow(PersonId host, Span span, CalendarEntry entry) {}

    private final HostTimes hostTimes;
    private final Organization organization;
    private final When when;
    private final JdbcClient database;
    private final Clock clock;

    CalendarPages(HostTimes hostTimes, Organization organization, When when, JdbcClient database, Clock clock) {
        this.hostTimes = hostTimes;
        this.organization = organization;
        this.when = when;
        this.database = database;
        this.clock = clock;
    }

    @ForComms
    CalendarPage page(CalendarView view) {
        var zone = when.zone();
        var names = names(zone);
        var shown = view.host() == null
                ? names
                : names.stream()
                        .filter(name -> name.value().equals(view.host()))
                        .toList();
        var window = window(view.first(), view.last(), zone);
        var times = hostTimes.around(window, Set.of(), null, clock.instant());
        var taken = taken(window);
        var picture = new Picture(zone, taken, times);
        var days = view.first().datesUntil(view.last().plusDays(1)).toList();
        if (view.week() && view.host() == null) {
            var rota = shown.stream()
                    .map(name -> new Line(
                            name,
                            days.stream().map(day -> picture.column(name, day)).toList()))
                    .toList();
            return new CalendarPage(view, when.today(), names, List.of(), rota, List.of());
        }
        var columns = days.stream()
                .flatMap(day -> shown.stream().map(name -> picture.column(name, day)))
                .toList();
        return picture.framed(new CalendarPage(view, when.today(), names, columns, List.of(), List.of()));
    }

    private static Span window(LocalDate first, LocalDate last, ZoneId zone) {
        return new Span(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private List<HostName> names(ZoneId zone) {
        return database.sql("""
                        select p.id, p.name, h.zone
                        from calendar_host h join person p on p.id = h.person_id
                        where h.active and not p.disabled
                        order by p.name, p.id""")
                .query((row, number) -> new HostName(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("zone").equals(zone.getId()) ? null : row.getString("zone")))
                .list();
    }

    private List<TakenRow> taken(Span window) {
        return database.sql("""
                        select host_id, kind, owner_id, starts_at, ends_at, title, path, expires_at
                        from calendar_taken
                        where during && tstzrange(:from, :until) and (expires_at is null or expires_at > :now)
                        order by starts_at""")
                .param("from", window.from().atOffset(ZoneOffset.UTC))
                .param("until", window.until().atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(CalendarPages::row)
                .list();
    }

    private static TakenRow row(ResultSet row, int number) throws SQLException {
        var kind = TakenKind.valueOf(row.getString("kind"));
        var span = new Span(
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant());
        var expires = row.getObject("expires_at", OffsetDateTime.class);
        var entry = new CalendarEntry(
                kind.name().toLowerCase(Locale.ROOT),
                span.from(),
                span.until(),
                row.getString("title"),
                row.getString("path"),
                kind == TakenKind.BLOCK ? row.getObject("owner_id", UUID.class) : null,
                expires == null ? null : expires.toInstant(),
                0,
                0);
        return new TakenRow(new PersonId(row.getObject("host_id", UUID.class)), span, entry);
    }

    /** Puts spans on a wall of days. */
    private class Picture {

        private final ZoneId zone;
        private final List<TakenRow> taken;
        private final List<HostTime> times;
        private final List<Holiday> holidays = organization.facts().hours().holidays();

        Picture(ZoneId zone, List<TakenRow> taken, List<HostTime> times) {
            this.zone = zone;
            this.taken = taken;
            this.times = times;
        }

        Column column(HostName name, LocalDate day) {
            var whole = window(day, day, zone);
            var holiday = holidays.stream()
                    .filter(one -> one.day().equals(day))
                    .map(Holiday::name)
                    .findFirst()
                    .orElse(null);
            var entries = new ArrayList<CalendarEntry>();
            for (var row : taken) {
                if (!row.host().equals(name.value())) continue;
                row.span().within(whole).ifPresent(part -> entries.add(placed(row.entry(), part, day)));
            }
            var host = times.stream()
                    .filter(time -> time.host().equals(name.value()))
                    .findFirst()
                    .orElse(null);
            if (host == null) return new Column(name, day, false, holiday, List.of(), List.of(), entries);
            for (var busy : host.busy()) {
                busy.within(whole).ifPresent(part -> entries.add(placed(busy(part), part, day)));
            }
            entries.sort(Comparator.comparing(CalendarEntry::starts));
            return column(name, day, holiday, host, whole, entries);
        }

        private Column column(
                HostName name,
                LocalDate day,
                @Nullable String holiday,
                HostTime host,
                Span whole,
                List<CalendarEntry> entries) {
            var off = holidays.stream().map(Holiday::day).toList();
            var present = new ArrayList<Span>();
            var around = new Span(
                    whole.from().minus(Duration.ofDays(1)), whole.until().plus(Duration.ofDays(1)));
            for (var span : host.present(around, off, zone, any -> true))
                span.within(whole).ifPresent(present::add);
            var noon = day.atTime(LocalTime.NOON)
                    .atZone(zone)
                    .withZoneSameInstant(host.zone())
                    .toLocalDate();
            boolean away =
                    host.away().stream().anyMatch(days -> !noon.isBefore(days.first()) && !noon.isAfter(days.last()));
            return new Column(
                    name,
                    day,
                    away,
                    holiday,
                    present.stream().map(this::words).toList(),
                    present.stream().map(span -> there(span, day)).toList(),
                    List.copyOf(entries));
        }

        private String words(Span span) {
            return when.time(span.from()) + " – " + when.time(span.until());
        }

        private CalendarEntry busy(Span part) {
            return new CalendarEntry("busy", part.from(), part.until(), "", null, null, null, 0, 0);
        }

        private There there(Span span, LocalDate day) {
            int row = quarter(span.from(), day);
            return new There(row, Math.max(1, quarterUp(span.until(), day) - row));
        }

        private CalendarEntry placed(CalendarEntry entry, Span part, LocalDate day) {
            int row = quarter(part.from(), day);
            int rows = Math.max(1, quarterUp(part.until(), day) - row);
            return at(entry, row, rows);
        }

        private CalendarEntry at(CalendarEntry entry, int row, int rows) {
            return new CalendarEntry(
                    entry.look(),
                    entry.starts(),
                    entry.ends(),
                    entry.title(),
                    entry.path(),
                    entry.block(),
                    entry.expires(),
                    row,
                    rows);
        }

        /** The quarter of an hour of a day in which the clock stands, from 0. */
        private int quarter(Instant at, LocalDate day) {
            var wall = at.atZone(zone);
            if (wall.toLocalDate().isAfter(day)) return MIDNIGHT;
            return wall.toLocalTime().toSecondOfDay() / (60 * QUARTER);
        }

        private int quarterUp(Instant at, LocalDate day) {
            var wall = at.atZone(zone);
            if (wall.toLocalDate().isAfter(day)) return MIDNIGHT;
            return Math.ceilDiv(wall.toLocalTime().toSecondOfDay(), 60 * QUARTER);
        }

        /** Cuts the picture to the hours in which there is something, and a working day at least. */
        CalendarPage framed(CalendarPage page) {
            int from = FROM;
            int until = UNTIL;
            for (var column : page.columns()) {
                for (var there : column.there()) {
                    from = Math.min(from, there.row());
                    until = Math.max(until, there.row() + there.rows());
                }
                for (var entry : column.entries()) {
                    if (entry.look().equals("busy")) continue;
                    from = Math.min(from, entry.row());
                    until = Math.max(until, entry.row() + entry.rows());
                }
            }
            int first = from / 4 * 4;
            int end = Math.min(MIDNIGHT, Math.ceilDiv(until, 4) * 4);
            var columns = page.columns().stream()
                    .map(column -> shifted(column, first, end))
                    .toList();
            var hours = IntStream.range(first / 4, end / 4)
                    .mapToObj(hour -> LocalTime.of(hour, 0))
                    .toList();
            return new CalendarPage(page.view(), page.today(), page.hosts(), columns, page.rota(), hours);
        }

        private Column shifted(Column column, int first, int end) {
            return new Column(
                    column.host(),
                    column.day(),
                    column.away(),
                    column.holiday(),
                    column.present(),
                    column.there().stream()
                            .map(there -> new There(there.row() - first + 1, there.rows()))
                            .toList(),
                    column.entries().stream()
                            .map(entry -> inside(entry, first, end))
                            .filter(Objects::nonNull)
                            .toList());
        }

        /** Busy time may reach out of the picture; it is cut at its edges. */
        private @Nullable CalendarEntry inside(CalendarEntry entry, int first, int end) {
            int from = Math.max(entry.row(), first);
            int until = Math.min(entry.row() + entry.rows(), end);
            return from < until ? at(entry, from - first + 1, until - from) : null;
        }
    }
}
