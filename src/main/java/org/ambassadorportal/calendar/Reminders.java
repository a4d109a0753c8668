package org.ambassadorportal.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.ForSystem;
import org.ambassadorportal.identity.OptionalMail;
import org.ambassadorportal.identity.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says when it is time to remind people of what they booked. What is due is read from the team's calendar each time, so
 * that nothing canceled is ever reminded of and everything moved is reminded of at its new time; a row with a unique key
 * sees to it that nothing is reminded of twice, however many nodes there are.
 */
@Service
class Reminders {

    private static final int MOST_IN_A_ROUND = 200;

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reminders(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is due now. Whatever was booked, moved or handed over when the reminder's time had come already is left out:
     * its mail is news enough. So is what would come too late to be of use, after a portal was down for hours.
     */
    @Transactional(readOnly = true)
    @ForSystem
    List<ReminderDue> due(OptionalMail which) {
        var now = clock.instant();
        return database.sql("""
                        select t.owner_id, t.kind, t.host_id, t.starts_at from calendar_taken t
                        where t.kind not in ('HOLD', 'BLOCK')
                          and t.starts_at > :after and t.starts_at <= :until
                          and t.given_at < t.starts_at - make_interval(secs => :ahead)
                          and not exists (select from calendar_reminder r
                              where r.owner_id = t.owner_id and r.kind = :which and r.starts_at = t.starts_at)
                        order by t.starts_at, t.owner_id limit :most""")
                .param("after", utc(now.plus(useless(which))))
                .param("until", utc(now.plus(ahead(which))))
                .param("ahead", ahead(which).toSeconds())
                .param("which", which.name())
                .param("most", MOST_IN_A_ROUND)
                .query((row, number) -> new ReminderDue(
                        row.getObject("owner_id", UUID.class),
                        TakenKind.valueOf(row.getString("kind")),
                        new PersonId(row.getObject("host_id", UUID.class)),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        which))
                .list();
    }

    /**
     * Reminds of one of them, unless it was canceled or moved a moment ago, or another node was faster.
     *
     * @return whether somebody was reminded
     */
    @Transactional
    @ForSystem
    boolean remind(ReminderDue due) {
        int mine = database.sql("""
                        insert into calendar_reminder (owner_id, kind, starts_at, sent_at)
                        select t.owner_id, :which, t.starts_at, :now from calendar_taken t
                        where t.owner_id = :owner and t.starts_at = :starts for key share
                        on conflict do nothing""")
                .param("which", due.which().name())
                .param("now", utc(clock.instant()))
                .param("owner", due.owner())
                .param("starts", utc(due.starts()))
                .update();
        if (mine == 1) events.publishEvent(due);
        return mine == 1;
    }

    /** Forgets those of what began long ago. */
    @Transactional
    @ForSystem
    void forget() {
        database.sql("delete from calendar_reminder where starts_at < ?")
                .param(utc(clock.instant().minus(Duration.ofDays(30))))
                .update();
    }

    /** How long before it begins people are reminded. */
    static Duration ahead(OptionalMail which) {
        return switch (which) {
            case DAY_BEFORE -> Duration.ofDays(1);
            case HOUR_BEFORE -> Duration.ofHours(1);
        };
    }

    /** How shortly before it begins this reminder is no use any more. */
    private static Duration useless(OptionalMail which) {
        return switch (which) {
            case DAY_BEFORE -> ahead(OptionalMail.HOUR_BEFORE);
            case HOUR_BEFORE -> Duration.ZERO;
        };
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
