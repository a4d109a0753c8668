package org.ambassadorportal.demo;

import java.util.Locale;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.kernel.Ids;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The units of the demo's medical center, and everybody who works there. */
@Component
@Order(1)
@Profile("local")
class OrganizationRoom implements Room {

    private final People people;
    private final Cast cast;
    private final JdbcClient database;

    OrganizationRoom(People people, Cast cast, JdbcClient database) {
        this.people = people;
        this.cast = cast;
        this.database = database;
    }

    @Override
    public void plan(Year year) {
        year.at(year.beginning(), this::enterEverybody);
    }

    private void enterEverybody() {
        AsSystem.run(() -> cast.members().forEach(member -> people.colleague(member.mail(), member.name())));
        // Written straight into the tables only until the admins' pages of people and units are there.
        cast.members().forEach(this::giveRole);
        DemoTable.read("units").forEach(this::addUnit);
    }

    private void giveRole(Member member) {
        var mark = member.marks();
        if (mark.isEmpty() || mark.equals("staff") || mark.equals("ambassador")) return;
        database.sql("update person set role = ?, lead = ? where mail = ?")
                .params(mark.startsWith("admin") ? "ADMIN" : "COMMS", mark.equals("lead"), member.mail())
                .update();
    }

    private void addUnit(DemoTable.Row row) {
        database.sql("""
                        insert into organization_unit (id, name, kind, parent_id, closed, version)
                        values (?, ?, ?, (select id from organization_unit where name = ?), false, 0)""")
                .params(
                        Ids.next(),
                        row.get("name"),
                        row.get("kind").toUpperCase(Locale.ROOT).replace(' ', '_'),
                        row.get("parent"))
                .update();
    }
}
