package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.ambassadorportal.identity.ForSystem;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.organization.When;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Warns before a clock runs out, and tells once when it has: first whoever has the item, a business day later the
 * leads, who hear at once of what nobody has. All that is to be told goes into one mail, at most one an hour for each
 * person and never outside business hours.
 */
@Service
class Notices {

    /** So much business time before a clock runs out, its item's owner is warned. */
    private static final Duration BEFORE = Duration.ofHours(2);

    private static final Duration BETWEEN_MAILS = Duration.ofHours(1);
    private static final int MOST_LINES = 20;

    private record Line(long reference, String title, String what, Instant due) {}

    private final Clocks clocks;
    private final People people;
    private final When when;
    private final MessageSource words;
    private final ApplicationEventPublisher events;
    private final JdbcClient database;
    private final Clock clock;

    Notices(
            Clocks clocks,
            People people,
            When when,
            MessageSource words,
            ApplicationEventPublisher events,
            JdbcClient database,
            Clock clock) {
        this.clocks = clocks;
        this.people = people;
        this.when = when;
        this.words = words;
        this.events = events;
        this.database = database;
        this.clock = clock;
    }

    /** Notes what is to be told now; what was noted once is not noted again until it is due at another time. */
    @ForSystem
    @Transactional
    void note() {
        var now = clock.instant();
        var time = clocks.time();
        database.sql("""
                        insert into desk_notice (reference, person_id, what, due_at, noted_at)
                        select i.reference, i.assignee_id,
                               case when i.next_due_at <= :now then 'LATE' else 'SOON' end, i.next_due_at, :now
                          from desk_item i
                         where i.status in ('NEW', 'OPEN', 'PENDING') and coalesce(i.next_due_at, 'infinity') <= :soon
                           and i.assignee_id is not null
                        on conflict do nothing""")
                .param("now", at(now))
                .param("soon", at(time.after(now, BEFORE)))
                .update();
        database.sql("""
                        insert into desk_notice (reference, person_id, what, due_at, noted_at)
                        select i.reference, p.id, 'LEAD', i.next_due_at, :now
                          from desk_item i cross join person p
                         where i.status in ('NEW', 'OPEN', 'PENDING') and coalesce(i.next_due_at, 'infinity') <= :now
                           and (i.assignee_id is null or i.next_due_at <= :dayBefore)
                           and p.id is distinct from i.assignee_id
                           and p.lead and p.role in ('COMMS', 'ADMIN') and not p.disabled
                        on conflict do nothing""")
                .param("now", at(now))
                .param("dayBefore", at(businessDayBefore(now, time)))
                .update();
    }

    /** The latest quarter of an hour from which on a whole business day has passed. */
    private static Instant businessDayBefore(Instant now, BusinessTime time) {
        var day = Duration.between(time.hours().opens(), time.hours().closes());
        var from = now;
        for (int back = 0; back < 4 * 24 * 30 && time.between(from, now).compareTo(day) < 0; back++)
            from = from.minus(Duration.ofMinutes(15));
        return from;
    }

    /** Who has something to hear now. */
    @ForSystem
    @Transactional(readOnly = true)
    List<PersonId> waiting() {
        var now = clock.instant();
        if (clocks.time().between(now.minusSeconds(60), now).isZero()) return List.of();
        return database.sql("""
                        select n.person_id from desk_notice n where n.mailed_at is null
                           and not exists (select from desk_notice m
                                            where m.person_id = n.person_id and m.mailed_at > :hourAgo)
                         group by n.person_id order by n.person_id""")
                .param("hourAgo", at(now.minus(BETWEEN_MAILS)))
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /** Tells somebody all there is to tell; of what is no longer so nobody hears. */
    @ForSystem
    @Transactional
    void tell(PersonId person) {
        var now = clock.instant();
        // Another node that is at it waits here, and finds nothing afterwards.
        database.sql("select from person where id = ? for no key update")
                .param(person.value())
                .query()
                .listOfRows();
        var lines = lines(person, now);
        database.sql("update desk_notice set mailed_at = ? where person_id = ? and mailed_at is null")
                .params(at(now), person.value())
                .update();
        if (lines.isEmpty()) {
            // Nothing was mailed, so the next mail need not wait for an hour.
            database.sql("delete from desk_notice where person_id = ? and mailed_at = ?")
                    .params(person.value(), at(now))
                    .update();
            return;
        }
        int soon =
                (int) lines.stream().filter(line -> line.what().equals("SOON")).count();
        boolean own = lines.stream().noneMatch(line -> line.what().equals("LEAD"));
        var path = own ? "/desk?view=mine" : soon == lines.size() ? "/desk" : "/desk?due=late";
        events.publishEvent(
                new DeskDigest(people.addressee(person), lines.size() - soon, soon, said(lines), path, now));
    }

    private List<Line> lines(PersonId person, Instant now) {
        return database.sql("""
                        select distinct on (i.next_due_at, i.reference) i.reference, i.title, n.what, i.next_due_at
                          from desk_notice n join desk_item i on i.reference = n.reference
                         where n.person_id = :person and n.mailed_at is null
                           and i.status in ('NEW', 'OPEN', 'PENDING') and i.next_due_at = n.due_at
                           and (n.what = 'LEAD' or i.assignee_id = n.person_id)
                           and (n.what <> 'SOON' or n.due_at > :now)
                         order by i.next_due_at, i.reference, n.what""")
                .param("person", person.value())
                .param("now", at(now))
                .query((row, number) -> new Line(
                        row.getLong("reference"),
                        row.getString("title"),
                        row.getString("what"),
                        row.getObject("next_due_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private List<String> said(List<Line> lines) {
        var said = new ArrayList<String>();
        for (var line : lines.subList(0, Math.min(lines.size(), MOST_LINES)))
            said.add(say(
                    "desk.digest." + line.what(),
                    new Reference(line.reference()).toString(),
                    line.title(),
                    when.moment(line.due())));
        if (lines.size() > MOST_LINES) said.add(say("desk.digest.more", lines.size() - MOST_LINES));
        return said;
    }

    /**
     * Forgets what was told long ago and is no longer so. Of what waits it is kept: the clock that stands still may go on,
     * as late as it was.
     */
    @ForSystem
    @Transactional
    void forget() {
        database.sql("""
                        delete from desk_notice n using desk_item i
                         where i.reference = n.reference and n.mailed_at < :longAgo
                           and (i.status in ('SETTLED', 'MERGED') or i.next_due_at <> n.due_at)""")
                .param("longAgo", at(clock.instant().minus(Duration.ofDays(7))))
                .update();
    }

    private String say(String key, Object... arguments) {
        return words.getMessage(key, arguments, Locale.US);
    }

    private static OffsetDateTime at(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
