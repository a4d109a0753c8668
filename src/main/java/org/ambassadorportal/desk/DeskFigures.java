package org.ambassadorportal.desk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.ambassadorportal.identity.ForComms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be counted about everything that came in, for {@code insights}. */
@Service
@Transactional(readOnly = true)
public class DeskFigures {

    /** How many requests of a kind came in during a month. */
    public record InMonth(YearMonth month, String kind, long items) {}

    /**
     * When a request came in, and when the team answered it first.
     *
     * @param answered {@code null} while it waits for that
     */
    public record Answer(
            String kind, Instant received, @Nullable Instant answered) {}

    private final JdbcClient database;

    DeskFigures(JdbcClient database) {
        this.database = database;
    }

    /** How many requests came in, by kind and by month of the organization's zone; months without any are left out. */
    @ForComms
    public List<InMonth> receivedByMonth(Instant from, Instant until, ZoneId zone) {
        return database.sql("""
                        select to_char(received_at at time zone :zone, 'YYYY-MM') as month, kind, count(*) as items
                          from desk_item
                         where received_at >= :from and received_at <= :until and status <> 'MERGED'
                         group by 1, 2
                         order by 1, 2
                        """)
                .param("zone", zone.getId())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new InMonth(
                        YearMonth.parse(row.getString("month")), row.getString("kind"), row.getLong("items")))
                .list();
    }

    /** When each request was answered first; those that were withdrawn or merged before that are left out. */
    @ForComms
    public List<Answer> firstAnswers(Instant from, Instant until) {
        return database.sql("""
                        select kind, received_at, first_response_at
                          from desk_item
                         where received_at >= :from and received_at <= :until
                           and (first_response_at is not null or status in ('NEW', 'OPEN', 'PENDING'))
                         order by received_at
                        """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    var answered = row.getObject("first_response_at", OffsetDateTime.class);
                    return new Answer(
                            row.getString("kind"),
                            row.getObject("received_at", OffsetDateTime.class).toInstant(),
                            answered == null ? null : answered.toInstant());
                })
                .list();
    }
}
