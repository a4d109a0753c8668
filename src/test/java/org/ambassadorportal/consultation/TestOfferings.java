package org.ambassadorportal.consultation;

import java.util.UUID;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.offering.OfferingId;
import org.ambassadorportal.offering.OfferingKind;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Offerings for tests, each new, and hosted by nobody but those it is made for. */
@TestComponent
public class TestOfferings {

    private final JdbcClient database;

    TestOfferings(JdbcClient database) {
        this.database = database;
    }

    /** Half an hour or an hour, in any format, up to 30 days ahead, with a day of notice and two to change it. */
    public OfferingId offering(OfferingKind kind, PersonRow... hosts) {
        var id = Ids.next();
        database.sql("""
                        insert into offering (id, version, kind, name, about, lengths, formats, place, preparation,
                            seats, notice_hours, horizon_days, minutes_before, minutes_after, travel_minutes, per_day,
                            per_week, change_hours, active, position)
                        values (?, 0, ?, ?, 'We talk.', '{30,60}', '{VIDEO,PHONE,IN_PERSON}', null,
                            'Bring one story.', 1, 24, 30, 0, 0, 0, null, null, 48, true, 900)""").params(id, kind.name(), "Offering " + id).update();
        for (var host : hosts)
            database.sql("insert into offering_host (offering_id, host_id) values (?, ?)")
                    .params(id, host.id().value())
                    .update();
        return new OfferingId(id);
    }

    public void ask(OfferingId offering, String question, String choices, boolean required) {
        database.sql("""
                        insert into offering_question (offering_id, place, label, choices, required)
                        select ?, count(*), ?, ?, ? from offering_question where offering_id = ?""")
                .params(offering.value(), question, choices, required, offering.value())
                .update();
    }

    /** Ends it, so that other tests do not see it. */
    public void close(UUID offering) {
        database.sql("update offering set active = false where id = ?")
                .param(offering)
                .update();
    }
}
