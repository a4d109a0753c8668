package org.ambassadorportal.identity;

import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.ambassadorportal.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each verb on a person leaves its row in the trail, and its mail where there is one, in the same transaction. */
@PortalTest
class TrailOfPeopleTests {

    @Autowired
    TestPeople people;

    @Autowired
    People register;

    @Autowired
    Staff staff;

    @Autowired
    SignInLinks links;

    @Autowired
    JdbcClient database;

    @Test
    void whatAdminsDoStandsThere() {
        var admin = people.admin();
        var person = people.staff("Terry Trail");
        does(admin, () -> staff.change(person.id(), "Terry Track", Role.COMMS, true, 0L, admin.id()));
        does(admin, () -> staff.disable(person.id(), null, admin.id()));
        does(admin, () -> staff.enable(person.id(), null));
        does(admin, () -> staff.sendLink(person.id()));
        assertThat(verbs(person.id().value()))
                .containsExactly(
                        "roles-changed", "person-renamed", "person-disabled", "person-enabled", "person-invited");
        assertThat(database.sql("select count(*) from audit_entry where subject = ? and actor = ?")
                        .params(person.id().value(), admin.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        assertThat(letters(person.mail())).containsExactly("sign-in.roles", "sign-in.invited");
    }

    @Test
    void whatPeopleDoWithALinkStandsThere() {
        var mail = UUID.randomUUID() + "@staff.test";
        links.ask(mail, "/");
        var ticket = database.sql("select id, person_id from sign_in_link where mail = ?")
                .param(mail)
                .query()
                .singleRow();
        var path = AsSystem.call(() -> links.issue((UUID) ticket.get("id")));
        links.use(path.substring("/sign-in/link/".length()), "Nell New", "four unrelated words");
        assertThat(verbs((UUID) ticket.get("person_id")))
                .containsExactly("sign-in-link-asked", "person-registered", "password-set");
        assertThat(letters(mail)).containsExactly("sign-in.first", "sign-in.changed");
    }

    @Test
    void aColleagueWhoIsEnteredStandsThereOnce() {
        var who = people.staff();
        var mail = UUID.randomUUID() + "@staff.test";
        var id = does(who, () -> register.colleague(mail, "Cory Colleague"));
        does(who, () -> register.colleague(mail, "Cory Colleague"));
        assertThat(verbs(id.value())).containsExactly("person-registered");
    }

    @Test
    void nothingStandsThereWhenNothingChanged() {
        var admin = people.admin();
        var person = people.staff("Terry Trail");
        does(admin, () -> staff.change(person.id(), "Terry Trail", Role.STAFF, false, 0L, admin.id()));
        assertThat(verbs(person.id().value())).isEmpty();
    }

    private List<String> verbs(UUID subject) {
        return database.sql("select verb from audit_entry where subject = ? order by seq")
                .param(subject)
                .query(String.class)
                .list();
    }

    private List<String> letters(String mail) {
        return database.sql("select letter from email where recipient_mail = ? order by id")
                .param(mail)
                .query(String.class)
                .list();
    }
}
