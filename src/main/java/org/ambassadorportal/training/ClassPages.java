package org.ambassadorportal.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Cursor;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Slice;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.OfferingId;
import org.ambassadorportal.training.ClassPage.Attendee;
import org.ambassadorportal.training.ClassPage.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Classes for the eye: lists in one statement each, a class in two. */
@Service
@Transactional(readOnly = true)
class ClassPages {

    private static final int PAGE = 25;

    /** More than a program announces at a time. */
    private static final int COMING = 200;

    private static final String ROW = """
            select c.id, c.title, c.starts_at, c.minutes, c.format, h.name as host, c.seats,
                c.canceled_at is not null as canceled, c.attended_at is not null as attended,
                count(p.id) filter (where p.standing in ('SEATED', 'OFFERED')) as held,
                count(p.id) filter (where p.standing = 'SEATED') as seated,
                count(p.id) filter (where p.standing = 'WAITING') as waiting,
                count(p.id) filter (where p.came) as came,
                coalesce(max(p.standing) filter (where p.person_id = :me), 'LEFT') as mine,
                max(p.offered_until) filter (where p.person_id = :me) as offered_until
            from training_class c
            join person h on h.id = c.host_id
            left join training_participant p on p.class_id = c.id
            where\s""";

    private final JdbcClient database;
    private final Clock clock;

    ClassPages(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What comes and is not canceled, the next one first. */
    @ForSignedIn
    List<ClassRow> coming(PersonId me) {
        return database.sql(ROW + """
                        c.canceled_at is null and c.starts_at > :now
                        group by c.id, h.name order by c.starts_at, c.id limit :limit""")
                .param("me", me.value())
                .param("now", now())
                .param("limit", COMING)
                .query((row, number) -> row(row))
                .list();
    }

    /** The classes this person has to do with: those that come, and the last ones that are over. */
    @ForSignedIn
    List<ClassRow> mine(PersonId me) {
        return database.sql(ROW + """
                        exists (select 1 from training_participant own where own.class_id = c.id
                            and own.person_id = :me
                            and (own.standing = 'SEATED' or own.standing <> 'LEFT' and c.starts_at > :now))
                        group by c.id, h.name order by c.starts_at > :now desc,
                            case when c.starts_at > :now then c.starts_at end, c.starts_at desc limit 20""")
                .param("me", me.value())
                .param("now", now())
                .query((row, number) -> row(row))
                .list();
    }

    /** For the team: what comes, canceled ones too. */
    @ForComms
    List<ClassRow> allComing(PersonId me) {
        return database.sql(ROW + """
                        c.starts_at > :now group by c.id, h.name order by c.starts_at, c.id limit :limit""")
                .param("me", me.value())
                .param("now", now())
                .param("limit", COMING)
                .query((row, number) -> row(row))
                .list();
    }

    /** For the team: what is over, the last one first. */
    @ForComms
    Slice<ClassRow> past(PersonId me, @Nullable String after) {
        var from = position(after);
        var rows = database.sql(ROW + """
                        c.starts_at <= :now
                            and (cast(:at as timestamptz) is null or (c.starts_at, c.id) < (:at, cast(:id as uuid)))
                        group by c.id, h.name order by c.starts_at desc, c.id desc limit :limit""")
                .param("me", me.value())
                .param("now", now())
                .param("at", from == null ? null : from.at().atOffset(ZoneOffset.UTC))
                .param("id", from == null ? null : from.id())
                .param("limit", PAGE + 1)
                .query((row, number) -> row(row))
                .list();
        return Slice.of(rows, PAGE, row -> Cursor.of(row.starts(), row.id().value()));
    }

    private record Position(Instant at, UUID id) {}

    private static @Nullable Position position(@Nullable String after) {
        return Cursor.read(after, 2).map(ClassPages::position).orElse(null);
    }

    private static @Nullable Position position(Cursor cursor) {
        try {
            return new Position(
                    Instant.parse(cursor.values().get(0)),
                    Id.read(cursor.values().get(1)));
        } catch (java.time.DateTimeException | NotFound madeUp) {
            return null;
        }
    }

    /**
     * A class as staff see it.
     *
     * @throws NotFound when there is none
     */
    @ForSignedIn
    ClassPage page(ClassId id, PersonId me) {
        return database.sql("""
                        select c.*, h.name as host_name, o.preparation,
                            (select count(*) from training_participant p where p.class_id = c.id
                                and p.standing in ('SEATED', 'OFFERED')) as held,
                            (select count(*) from training_participant p where p.class_id = c.id
                                and p.standing = 'WAITING') as waiting,
                            coalesce(own.standing, 'LEFT') as mine, own.offered_until,
                            (select count(*) from training_participant p where p.class_id = c.id
                                and p.standing = 'WAITING' and p.turn < own.turn) as ahead
                        from training_class c
                        join person h on h.id = c.host_id
                        join offering o on o.id = c.offering_id
                        left join training_participant own on own.class_id = c.id and own.person_id = :me
                        where c.id = :id""")
                .param("id", id.value())
                .param("me", me.value())
                .query((row, number) -> {
                    var facts = facts(row);
                    return new ClassPage(
                            facts,
                            mine(row, clock.instant()),
                            instant(row, "offered_until"),
                            row.getInt("ahead"),
                            row.getInt("held"),
                            row.getInt("waiting"),
                            !clock.instant().isBefore(facts.starts()),
                            List.of());
                })
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * A class as the team sees it, with its people in the order in which they came.
     *
     * @throws NotFound when there is none
     */
    @ForComms
    ClassPage team(ClassId id, PersonId me) {
        var page = page(id, me);
        var attendees = database.sql("""
                        select p.person_id, n.name, n.mail, p.standing, p.offered_until, p.came
                        from training_participant p join person n on n.id = p.person_id
                        where p.class_id = ? and p.standing <> 'LEFT'
                        order by p.standing = 'WAITING', case when p.standing = 'WAITING' then p.turn end,
                            n.name, n.id""")
                .param(id.value())
                .query((row, number) -> new Attendee(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("name"),
                        row.getString("mail"),
                        Standing.valueOf(row.getString("standing")),
                        instant(row, "offered_until"),
                        row.getBoolean("came")))
                .list();
        return new ClassPage(
                page.facts(),
                page.mine(),
                page.offeredUntil(),
                page.ahead(),
                page.held(),
                page.waiting(),
                page.begun(),
                attendees);
    }

    private static Facts facts(ResultSet row) throws SQLException {
        return new Facts(
                new ClassId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new OfferingId(row.getObject("offering_id", UUID.class)),
                row.getString("title"),
                row.getString("about"),
                new PersonId(row.getObject("host_id", UUID.class)),
                row.getString("host_name"),
                at(row, "starts_at"),
                row.getInt("minutes"),
                Format.valueOf(row.getString("format")),
                row.getString("place"),
                row.getInt("seats"),
                row.getString("preparation"),
                instant(row, "canceled_at"),
                row.getString("cancel_reason"),
                instant(row, "attended_at"));
    }

    private ClassRow row(ResultSet row) throws SQLException {
        return new ClassRow(
                new ClassId(row.getObject("id", UUID.class)),
                row.getString("title"),
                at(row, "starts_at"),
                row.getInt("minutes"),
                Format.valueOf(row.getString("format")),
                row.getString("host"),
                row.getInt("seats"),
                row.getInt("held"),
                row.getInt("seated"),
                row.getInt("waiting"),
                row.getInt("came"),
                row.getBoolean("canceled"),
                !clock.instant().isBefore(at(row, "starts_at")),
                row.getBoolean("attended"),
                mine(row, clock.instant()),
                instant(row, "offered_until"));
    }

    /** An offer whose time has run out is none, also before the job notes it. */
    private static Standing mine(ResultSet row, Instant now) throws SQLException {
        var standing = Standing.valueOf(row.getString("mine"));
        var until = instant(row, "offered_until");
        return standing == Standing.OFFERED && (until == null || !now.isBefore(until)) ? Standing.LEFT : standing;
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
