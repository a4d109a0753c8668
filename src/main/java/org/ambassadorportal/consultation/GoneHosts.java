package org.ambassadorportal.consultation;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.desk.Voice;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.PersonDisabled;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.RolesChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When somebody can no longer host, because they left the team or can no longer sign in, the items of what they would
 * have hosted open again, so that the team finds another host in time. The bookings stay as they are until then.
 */
@Service
class GoneHosts {

    private static final String FUTURE = """
            select r.reference from consultation_request r
            join consultation_booking b on b.id = r.booking_id
            where r.state = 'ACCEPTED' and b.host_id = :host and b.starts_at > :now
            order by b.starts_at""";

    private final Desk desk;
    private final JdbcClient database;
    private final Clock clock;

    GoneHosts(Desk desk, JdbcClient database, Clock clock) {
        this.desk = desk;
        this.database = database;
        this.clock = clock;
    }

    @EventListener
    @ForInside
    @Transactional
    void on(PersonDisabled left) {
        open(left.person());
    }

    @EventListener
    @ForInside
    @Transactional
    void on(RolesChanged changed) {
        if (!changed.comms()) open(changed.to().id());
    }

    private void open(PersonId host) {
        for (var reference : future(host)) {
            desk.resume(reference, host);
            desk.say(reference, host, Voice.EVENT, "consultation.event.needs-host");
        }
    }

    private List<Reference> future(PersonId host) {
        return database.sql(FUTURE)
                .param("host", host.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> Reference.of(row.getLong("reference")))
                .list();
    }
}
