package org.ambassadorportal.calendar;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.CalendarFile;
import org.ambassadorportal.kernel.CannotFetch;
import org.ambassadorportal.kernel.DomainError;
import org.ambassadorportal.kernel.GuardedClient;
import org.ambassadorportal.kernel.WebSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the hosts' own calendars, at the addresses at which these are published. Fetching holds no transaction. What
 * was read takes the place of what was known in one; when anything goes wrong, what was known stays, and the host is
 * told why. No address ever comes into a log.
 */
@Component
class BusyTimes {

    private static final Logger LOG = LoggerFactory.getLogger(BusyTimes.class);

    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final int AT_ONCE = 50;

    /** As far as anybody can be booked, and a little more. */
    private static final Duration AHEAD = Duration.ofDays(732);

    private static final String SOURCES = """
            select h.person_id, h.zone, h.busy_url, h.busy_mark
            from calendar_host h join person p on p.id = h.person_id and h.busy_url is not null
            """;

    /** A calendar to be read, by whom and where it is. */
    record Source(
            PersonId host,
            ZoneId zone,
            String url,
            @Nullable String mark) {}

    private final GuardedClient client;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final String own;
    private final Clock clock;

    BusyTimes(
            GuardedClient client,
            JdbcClient database,
            PlatformTransactionManager transactions,
            WebSettings web,
            Clock clock) {
        this.client = client;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.own = "@" + web.baseUrl().getHost().toLowerCase(Locale.ROOT);
        this.clock = clock;
    }

    /** Reads all calendars that were not read lately, those first that waited longest. */
    void readDue() {
        database.sql(SOURCES + """
                        where h.active and not p.disabled and (h.busy_tried_at is null or h.busy_tried_at <= ?)
                        order by h.busy_tried_at nulls first, h.person_id limit ?""")
                .params(clock.instant().minus(EVERY).atOffset(ZoneOffset.UTC), AT_ONCE)
                .query(BusyTimes::source)
                .list()
                .forEach(this::read);
    }

    /** Reads the calendar of one host now, if there is one. */
    void read(PersonId host) {
        database.sql(SOURCES + "where h.person_id = ?")
                .param(host.value())
                .query(BusyTimes::source)
                .list()
                .forEach(this::read);
    }

    private static Source source(ResultSet row, int number) throws SQLException {
        return new Source(
                new PersonId(row.getObject("person_id", UUID.class)),
                ZoneId.of(row.getString("zone")),
                row.getString("busy_url"),
                row.getString("busy_mark"));
    }

    private void read(Source source) {
        var now = clock.instant();
        try {
            var fetched = client.get(URI.create(source.url()), source.mark());
            if (fetched.isSame()) noteSame(source, now);
            else keep(source, spans(fetched.body(), source.zone(), now), fetched.mark(), now);
        } catch (CannotFetch | CalendarFile.Unreadable problem) {
            note(source, problem, now);
        } catch (RuntimeException broken) {
            // One broken calendar must not keep the others from being read.
            LOG.warn(
                    "The calendar of host {} could not be read: {}",
                    source.host(),
                    broken.getClass().getName());
            noteProblem(source, "ics.broken.somewhere", now);
        }
    }

    private List<Span> spans(byte[] body, ZoneId zone, Instant now) {
        var entries = CalendarFile.read(
                body, zone, now.minus(Duration.ofDays(1)), now.plus(AHEAD), CalendarFile.Limits.USUAL);
        return Span.union(entries.stream()
                .filter(CalendarFile.Entry::busy)
                // Invitations of ours that the host accepted are in the calendar already, buffers and all.
                .filter(entry -> !entry.id().toLowerCase(Locale.ROOT).endsWith(own))
                .map(entry -> new Span(entry.from(), entry.until()))
                .toList());
    }

    private void keep(Source source, List<Span> spans, @Nullable String mark, Instant now) {
        transaction.executeWithoutResult(status -> {
            if (noteRead(source, mark, now) == 0) return;
            database.sql("delete from calendar_busy where host_id = ?")
                    .param(source.host().value())
                    .update();
            database.sql("""
                            insert into calendar_busy (host_id, during)
                            select :host, tstzrange(starts, ends)
                            from unnest(:starts::text[]::timestamptz[], :ends::text[]::timestamptz[])
                                as busy (starts, ends)""")
                    .param("host", source.host().value())
                    .param("starts", texts(spans.stream().map(Span::from)))
                    .param("ends", texts(spans.stream().map(Span::until)))
                    .update();
        });
    }

    private static String[] texts(Stream<Instant> moments) {
        return moments.map(Instant::toString).collect(Collectors.toList()).toArray(String[]::new);
    }

    private void noteSame(Source source, Instant now) {
        transaction.executeWithoutResult(status -> noteRead(source, source.mark(), now));
    }

    /** Nothing is noted, and so nothing kept, for an address that was changed meanwhile. */
    private int noteRead(Source source, @Nullable String mark, Instant now) {
        return database.sql("""
                        update calendar_host set busy_read_at = :now, busy_tried_at = :now, busy_problem = null,
                            busy_mark = :mark
                        where person_id = :host and busy_url = :url""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("mark", mark)
                .param("host", source.host().value())
                .param("url", source.url())
                .update();
    }

    private void note(Source source, DomainError problem, Instant now) {
        var arguments = Stream.of(problem.getArguments()).map(String::valueOf).collect(Collectors.joining(" "));
        noteProblem(source, (problem.key() + " " + arguments).strip(), now);
    }

    private void noteProblem(Source source, String problem, Instant now) {
        database.sql("""
                        update calendar_host set busy_tried_at = :now, busy_problem = :problem
                        where person_id = :host and busy_url = :url""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("problem", problem)
                .param("host", source.host().value())
                .param("url", source.url())
                .update();
    }

    /** Forgets what an address said, because another takes its place. */
    void forget(PersonId host) {
        database.sql("delete from calendar_busy where host_id = ?")
                .param(host.value())
                .update();
        database.sql("""
                        update calendar_host set busy_read_at = null, busy_tried_at = null, busy_problem = null,
                            busy_mark = null
                        where person_id = ?""").param(host.value()).update();
    }
}
