package org.ambassadorportal.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.kernel.Ids;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hosts for tests, each new, and there every day from nine to five. */
@TestComponent
public class TestHosts {

    private final TestPeople people;
    private final JdbcClient database;

    TestHosts(TestPeople people, JdbcClient database) {
        this.people = people;
        this.database = database;
    }

    public PersonRow host(String name) {
        return host(name, ZoneId.of("America/Detroit"));
    }

    public PersonRow host(String name, ZoneId zone) {
        var host = people.comms(name);
        database.sql("insert into calendar_host (person_id, version, zone, video_address) values (?, 0, ?, ?)")
                .params(host.id().value(), zone.getId(), "https://video.test/" + host.id())
                .update();
        for (int day = 1; day <= 7; day++) hours(host, day, LocalTime.of(9, 0), LocalTime.of(17, 0));
        return host;
    }

    private void hours(PersonRow host, int day, LocalTime opens, LocalTime closes) {
        database.sql("""
                        insert into calendar_hours (id, host_id, day, opens, closes, first_day)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(Ids.next(), host.id().value(), day, opens, closes, LocalDate.of(2020, 1, 1))
                .update();
    }
}
