package org.ambassadorportal.calendar;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.Violation;
import org.ambassadorportal.organization.When;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps stretches of a host's time free of bookings, and gives them back. */
@Service
@Transactional
class Blocks {

    private final TeamCalendar calendar;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final When when;
    private final Clock clock;

    Blocks(TeamCalendar calendar, JdbcClient database, ApplicationEventPublisher events, When when, Clock clock) {
        this.calendar = calendar;
        this.database = database;
        this.events = events;
        this.when = when;
        this.clock = clock;
    }

    /**
     * Keeps a stretch free.
     *
     * @throws Refusal when the person is no host, the stretch is past, or something stands there already
     */
    @ForComms
    void keep(BlockForm form) {
        var now = clock.instant();
        var span = form.span(when.zone());
        if (!span.until().isAfter(now)) throw new Refusal("day", "calendar.block.past");
        boolean host = database.sql("select exists (select 1 from calendar_host where person_id = ?)")
                .param(form.host() == null ? null : form.host().value())
                .query(Boolean.class)
                .single();
        if (!host) throw new Refusal("host", "calendar.block.host.unknown");
        calendar.forgetExpired();
        var id = Ids.next();
        try {
            database.sql("""
                            insert into calendar_taken (id, host_id, kind, owner_id, during, starts_at, ends_at, title,
                                given_at)
                            values (:id, :host, 'BLOCK', :id, tstzrange(:from, :until), :from, :until, :why, :now)""")
                    .param("id", id)
                    .param("host", form.host() == null ? null : form.host().value())
                    .param("from", span.from().atOffset(ZoneOffset.UTC))
                    .param("until", span.until().atOffset(ZoneOffset.UTC))
                    .param("why", form.why())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DataIntegrityViolationException refused) {
            if (Violation.of("calendar_taken_once", refused)) throw new Refusal("from", "calendar.block.taken");
            throw refused;
        }
        events.publishEvent(new HostBlocked(id, now));
    }

    /** Gives a stretch back; {@link NotFound} where there is no such block. */
    @ForComms
    void remove(UUID block) {
        int removed = database.sql("delete from calendar_taken where owner_id = ? and kind = 'BLOCK'")
                .param(block)
                .update();
        if (removed == 0) throw new NotFound();
        events.publishEvent(new HostUnblocked(block, clock.instant()));
    }
}
