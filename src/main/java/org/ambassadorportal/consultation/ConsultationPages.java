package org.ambassadorportal.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.ambassadorportal.calendar.FairShare;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.offering.BookingRules;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.OfferingId;
import org.ambassadorportal.registry.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What pages show of a request, in one statement. */
@Service
@Transactional(readOnly = true)
class ConsultationPages {

    private static final String PAGE = """
            select r.reference, r.version, r.offering, r.state, r.for_department, u.name as unit, r.topic, r.links,
                r.audience, r.people, r.meeting, r.equipment, r.format, r.place, r.phone, r.minutes, r.times,
                d.name as decided_by, r.decided_at, r.reason,
                r.agreed, r.next_step, r.materials, r.attended, r.helped, r.helped_more, r.helped_at,
                b.state as booking_state, b.starts_at, b.minutes as booking_minutes, b.host_id, h.name as host_name,
                b.format as booking_format, b.place as booking_place, b.id as booking_id, b.chosen_reason,
                b.chosen_recent, b.outside_hours, b.held_until,
                h.disabled or h.role not in ('COMMS', 'ADMIN') as host_gone,
                o.id as offered_id, o.notice_hours, o.horizon_days, o.minutes_before, o.minutes_after,
                o.travel_minutes, o.per_day, o.per_week, o.change_hours,
                array(select e.host_id from offering_host e where e.offering_id = o.id) as may_host,
                o.name as offered_name, o.preparation, r.offering_id, r.zone,
                array(select g.name from consultation_guest g where g.request_id = r.id order by g.place) as guests,
                array(select g.mail from consultation_guest g where g.request_id = r.id order by g.place) as mails,
                array(select a.question from consultation_reply a where a.request_id = r.id order by a.place)
                    as questions,
                array(select a.answer from consultation_reply a where a.request_id = r.id order by a.place) as replies,
                array(select w.day::text || ' ' || coalesce(w.time::text, '') from consultation_wish w
                    where w.request_id = r.id order by w.place) as wishes,
                array(select a.account_id from consultation_account a where a.request_id = r.id) as accounts
            from consultation_request r
            left join organization_unit u on u.id = r.unit_id
            left join person d on d.id = r.decided_by_id
            left join consultation_booking b on b.id = r.booking_id
            left join person h on h.id = b.host_id
            left join lateral (
                select * from offering f
                where f.id = r.offering_id or r.offering_id is null and f.kind = case r.offering
                    when 'CONSULTATION' then case when r.for_department then 'DEPARTMENT' else 'ONESELF' end
                    else r.offering end
                order by f.active desc, f.position, f.id limit 1) o on true
            where r.reference = :reference""";

    private final JdbcClient database;
    private final Clock clock;

    ConsultationPages(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A request for the people who may see it; the desk asks before whether the viewer may. */
    @ForInside
    ConsultationPage page(Reference reference) {
        return database.sql(PAGE)
                .param("reference", reference.number())
                .query(this::row)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Where a request stands, if there is one. */
    @ForInside
    Optional<RequestState> state(Reference reference) {
        return database.sql("select state from consultation_request where reference = ?")
                .param(reference.number())
                .query((row, number) -> RequestState.valueOf(row.getString("state")))
                .optional();
    }

    private ConsultationPage row(ResultSet row, int number) throws SQLException {
        var links = row.getString("links");
        var decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        var accounts = (UUID[]) row.getArray("accounts").getArray();
        return new ConsultationPage(
                Reference.of(row.getLong("reference")),
                row.getLong("version"),
                RequestKind.valueOf(row.getString("offering")),
                RequestState.valueOf(row.getString("state")),
                row.getBoolean("for_department"),
                row.getString("unit"),
                row.getString("topic"),
                links == null ? List.of() : links.lines().toList(),
                row.getString("audience"),
                row.getObject("people", Integer.class),
                row.getString("meeting"),
                row.getString("equipment"),
                Format.valueOf(row.getString("format")),
                row.getString("place"),
                row.getString("phone"),
                row.getInt("minutes"),
                row.getString("times"),
                wishes((String[]) row.getArray("wishes").getArray()),
                Arrays.stream(accounts).map(AccountId::new).toList(),
                booking(row),
                offered(row),
                zone(row.getString("zone")),
                pairs(row, "guests", "mails", Guest::new),
                pairs(row, "questions", "replies", Reply::new),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("reason"),
                outcome(row),
                told(row),
                rules(row));
    }

    private static @Nullable Outcome outcome(ResultSet row) throws SQLException {
        if (!row.getString("state").equals(RequestState.DONE.name())) return null;
        return new Outcome(
                row.getString("agreed"),
                row.getString("next_step"),
                row.getString("materials"),
                row.getObject("attended", Integer.class));
    }

    private static ConsultationPage.@Nullable Told told(ResultSet row) throws SQLException {
        var helped = row.getString("helped");
        if (helped == null) return null;
        return new ConsultationPage.Told(
                Helped.valueOf(helped),
                row.getString("helped_more"),
                row.getObject("helped_at", OffsetDateTime.class).toInstant());
    }

    private static ConsultationPage.Rules rules(ResultSet row) throws SQLException {
        var hosts = (UUID[]) row.getArray("may_host").getArray();
        return new ConsultationPage.Rules(
                new OfferingId(row.getObject("offered_id", UUID.class)),
                new BookingRules(
                        row.getInt("notice_hours"),
                        row.getInt("horizon_days"),
                        row.getInt("minutes_before"),
                        row.getInt("minutes_after"),
                        row.getInt("travel_minutes"),
                        row.getObject("per_day", Integer.class),
                        row.getObject("per_week", Integer.class),
                        row.getInt("change_hours")),
                Arrays.stream(hosts).map(PersonId::new).collect(Collectors.toSet()));
    }

    private static List<Wish> wishes(String[] texts) {
        var wishes = new ArrayList<Wish>();
        for (var text : texts) {
            int space = text.indexOf(' ');
            var time = text.substring(space + 1);
            wishes.add(
                    new Wish(LocalDate.parse(text.substring(0, space)), time.isEmpty() ? null : LocalTime.parse(time)));
        }
        return wishes;
    }

    private ConsultationPage.@Nullable Held booking(ResultSet row) throws SQLException {
        var state = row.getString("booking_state");
        if (state == null) return null;
        var starts = row.getObject("starts_at", OffsetDateTime.class).toInstant();
        int minutes = row.getInt("booking_minutes");
        var held = row.getObject("held_until", OffsetDateTime.class);
        var until = held == null ? null : held.toInstant();
        var now = clock.instant();
        var hours = row.getObject("change_hours", Integer.class);
        boolean byTeam = row.getObject("offering_id") == null
                || hours == null
                || !row.getString("offering").equals(RequestKind.CONSULTATION.name());
        var limit = byTeam ? null : Duration.ofHours(hours);
        return new ConsultationPage.Held(
                BookingState.valueOf(state),
                starts,
                starts.plus(Duration.ofMinutes(minutes)),
                minutes,
                new PersonId(row.getObject("host_id", UUID.class)),
                row.getString("host_name"),
                Format.valueOf(row.getString("booking_format")),
                row.getString("booking_place"),
                starts.isAfter(now),
                why(row),
                row.getBoolean("outside_hours"),
                until,
                until != null && until.isAfter(now),
                row.getBoolean("host_gone"),
                new BookingId(row.getObject("booking_id", UUID.class)),
                limit,
                limit != null && now.isAfter(starts.minus(limit)));
    }

    private static @Nullable Why why(ResultSet row) throws SQLException {
        var reason = row.getString("chosen_reason");
        return reason == null ? null : new Why(FairShare.Reason.valueOf(reason), row.getInt("chosen_recent"));
    }

    private static ConsultationPage.@Nullable OfferedThen offered(ResultSet row) throws SQLException {
        var id = row.getObject("offering_id", UUID.class);
        if (id == null) return null;
        return new ConsultationPage.OfferedThen(
                new OfferingId(id), row.getString("offered_name"), row.getString("preparation"));
    }

    private static @Nullable ZoneId zone(@Nullable String id) {
        return id == null ? null : ZoneId.of(id);
    }

    private static <T> List<T> pairs(ResultSet row, String one, String other, BiFunction<String, String, T> pair)
            throws SQLException {
        var ones = (String[]) row.getArray(one).getArray();
        var others = (String[]) row.getArray(other).getArray();
        var pairs = new ArrayList<T>();
        for (int at = 0; at < ones.length; at++) pairs.add(pair.apply(ones[at], others[at]));
        return pairs;
    }
}
