package org.ambassadorportal.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.offering.Format;
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
                b.state as booking_state, b.starts_at, b.minutes as booking_minutes, b.host_id, h.name as host_name,
                b.format as booking_format, b.place as booking_place,
                array(select w.day::text || ' ' || coalesce(w.time::text, '') from consultation_wish w
                    where w.request_id = r.id order by w.place) as wishes,
                array(select a.account_id from consultation_account a where a.request_id = r.id) as accounts
            from consultation_request r
            left join organization_unit u on u.id = r.unit_id
            left join person d on d.id = r.decided_by_id
            left join consultation_booking b on b.id = r.booking_id
            left join person h on h.id = b.host_id
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
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("reason"));
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
        return new ConsultationPage.Held(
                BookingState.valueOf(state),
                starts,
                starts.plus(Duration.ofMinutes(minutes)),
                minutes,
                new PersonId(row.getObject("host_id", UUID.class)),
                row.getString("host_name"),
                Format.valueOf(row.getString("booking_format")),
                row.getString("booking_place"),
                starts.isAfter(clock.instant()));
    }
}
