package org.ambassadorportal.identity;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class PeopleTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople testPeople;

    @Autowired
    People people;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient database;

    @Test
    void rolesAddUp() {
        assertThat(testPeople.admin().roles()).isEqualTo(Set.of(Role.STAFF, Role.COMMS, Role.ADMIN));
        assertThat(testPeople.comms().roles()).isEqualTo(Set.of(Role.STAFF, Role.COMMS));
        assertThat(Role.upTo(null)).isEmpty();
    }

    @Test
    void findsAColleagueByMailOrEntersThem() {
        var who = testPeople.staff();
        var mail = "Jo.Specimen-Smith." + UUID.randomUUID() + "@staff.test";
        var id = does(who, () -> people.colleague(mail, null));
        assertThat(does(who, () -> people.colleague(mail.toUpperCase(), "Somebody Else")))
                .isEqualTo(id);
        var row = does(who, () -> people.get(id));
        assertThat(row.name()).startsWith("Jo Specimen Smith");
        assertThat(row.mail()).isEqualTo(mail.toLowerCase());
        assertThat(row.roles()).containsExactly(Role.STAFF);
    }

    @Test
    void takesNoColleagueFromOutsideNorOneWhoIsDisabled() {
        var who = testPeople.staff();
        assertThatThrownBy(() -> does(who, () -> people.colleague("jo@elsewhere.example", "Jo")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("mail"));
        var gone = testPeople.staff();
        database.sql("update person set disabled = true where id = ?")
                .param(gone.id().value())
                .update();
        assertThatThrownBy(() -> does(who, () -> people.colleague(gone.mail(), null)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void makesOnePersonOfManyRequestsAtOnce() throws Exception {
        var who = testPeople.staff();
        var mail = UUID.randomUUID() + "@staff.test";
        try (var many = Executors.newFixedThreadPool(8)) {
            var asks = new ArrayList<Callable<PersonId>>();
            for (int i = 0; i < 16; i++) asks.add(() -> does(who, () -> people.colleague(mail, "Jo")));
            var ids = new ArrayList<PersonId>();
            for (var ask : many.invokeAll(asks)) ids.add(ask.get());
            assertThat(ids.stream().distinct()).hasSize(1);
        }
    }

    @Test
    void tellsNothingToPeopleWhoAreNotSignedIn() {
        var someone = testPeople.staff();
        assertThatThrownBy(() -> people.get(someone.id()))
                .isInstanceOfAny(
                        AccessDeniedException.class, org.springframework.security.core.AuthenticationException.class);
        var none = testPeople.person("Nora Norole", null, false);
        assertThatThrownBy(() -> does(none, () -> people.get(someone.id()))).isInstanceOf(AccessDeniedException.class);
        assertThat(AsSystem.call(() -> people.get(someone.id()))).isEqualTo(someone);
    }

    @Test
    void jobsAreNobodyAndAdminsAreNoJobs() {
        var admin = testPeople.admin();
        assertThatThrownBy(() -> does(admin, () -> staff.inviteFirst("x@staff.test")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> AsSystem.run(() -> staff.list(new StaffFilter(null, null), null)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> does(admin, () -> people.get(PersonId.next()))).isInstanceOf(NotFound.class);
    }

    @Test
    void listsPeopleByNamePageByPageWithoutLosingAnyone() {
        var admin = testPeople.admin();
        var mark = "Q" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 60; i++) testPeople.staff((i % 2 == 0 ? "Émile " : "emile ") + mark + " " + i);
        var seen = new ArrayList<PersonId>();
        String after = null;
        do {
            var from = after;
            var page = does(admin, () -> staff.list(new StaffFilter(null, mark), from));
            page.rows().forEach(row -> seen.add(row.id()));
            after = page.next();
        } while (after != null);
        assertThat(seen).hasSize(60).doesNotHaveDuplicates();
        assertThat(does(admin, () -> staff.counts(new StaffFilter(null, mark)))
                        .get("all")
                        .counted())
                .isEqualTo(60);
    }

    @Test
    void findsPeopleWithoutAccentsAndByMail() {
        var admin = testPeople.admin();
        var mark = "Z" + UUID.randomUUID().toString().substring(0, 8);
        var person = testPeople.staff("José Ñandú " + mark);
        assertThat(list(admin, "jose nandu " + mark)).containsExactly(person.id());
        assertThat(list(admin, person.mail().toUpperCase())).containsExactly(person.id());
        assertThat(list(admin, "%" + mark)).isEmpty();
        assertThat(list(admin, "jos_ " + mark)).isEmpty();
    }

    private List<PersonId> list(PersonRow admin, String words) {
        return does(admin, () -> staff.list(new StaffFilter(null, words), null)).rows().stream()
                .map(StaffRow::id)
                .toList();
    }

    @Test
    void takesAMadeUpPositionForTheBeginning() {
        var admin = testPeople.admin();
        for (var after : List.of(
                "x",
                "AAAA",
                "%00",
                org.ambassadorportal.kernel.Cursor.of("a", "b").text())) {
            assertThat(get(admin, "/admin/people?after=" + after)).hasStatusOk();
        }
    }

    @Test
    void showsPeopleToAdminsAlone() {
        assertThat(get(testPeople.comms(), "/admin/people")).hasStatus(403);
        assertThat(get(testPeople.admin(), "/admin/people"))
                .hasStatusOk()
                .bodyText()
                .contains("Ada Admin");
    }

    @Test
    void givesARole() {
        var admin = testPeople.admin();
        var person = testPeople.staff("Rory Role");
        var answer = post(admin, person, "name", "Rory Role", "role", "COMMS", "lead", "true", "version", "0");
        assertThat(answer).hasStatus(303);
        var changed = AsSystem.call(() -> people.get(person.id()));
        assertThat(changed.isComms()).isTrue();
        assertThat(changed.lead()).isTrue();
    }

    @Test
    void extraParametersGiveNothing() {
        var admin = testPeople.admin();
        var person = testPeople.staff("Rory Role");
        post(
                admin,
                person,
                "name",
                "Rory Role",
                "role",
                "STAFF",
                "version",
                "0",
                "disabled",
                "true",
                "password",
                "x",
                "generation",
                "7",
                "id",
                "x",
                "mail",
                "evil@staff.test");
        var changed = AsSystem.call(() -> people.get(person.id()));
        assertThat(changed).isEqualTo(person);
        assertThat(database.sql("select password is null and generation = 0 from person where id = ?")
                        .param(person.id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aStaffMemberWhoLeadsNobodyIsNoLead() {
        var admin = testPeople.admin();
        var person = testPeople.staff("Rory Role");
        post(admin, person, "name", "Rory Role", "role", "STAFF", "lead", "true", "version", "0");
        assertThat(AsSystem.call(() -> people.get(person.id())).lead()).isFalse();
    }

    @Test
    void showsBothVersionsToWhoeverComesSecond() {
        var first = testPeople.admin("First Admin");
        var second = testPeople.admin("Second Admin");
        var person = testPeople.staff("Rory Role");
        assertThat(post(first, person, "name", "Rory First", "role", "COMMS", "version", "0"))
                .hasStatus(303);
        var late = post(second, person, "name", "Rory Second", "role", "STAFF", "version", "0");
        assertThat(late).hasStatus(409);
        var page = org.jsoup.Jsoup.parse(text(late));
        assertThat(page.select("main [role=alert]").text()).contains("Rory First", "Comms team");
        assertThat(page.select("input[name=name]").attr("value")).isEqualTo("Rory Second");
        var version = page.select("input[name=version]").first().attr("value");
        assertThat(post(second, person, "name", "Rory Second", "role", "STAFF", "version", version))
                .hasStatus(303);
        assertThat(AsSystem.call(() -> people.get(person.id())).name()).isEqualTo("Rory Second");
    }

    @Test
    void nobodyTakesTheAdminRoleFromThemselvesOrDisablesThemselves() {
        var admin = testPeople.admin();
        var answer = post(admin, admin, "name", admin.name(), "role", "STAFF", "version", "0");
        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("Ask another admin");
        assertThat(browser.post()
                        .uri("/admin/people/{id}/disable", admin.id())
                        .with(as(admin))
                        .with(csrf())
                        .exchange())
                .hasStatus(422);
        assertThat(AsSystem.call(() -> people.get(admin.id())).isAdmin()).isTrue();
    }

    @Test
    void twoAdminsCannotTakeEachOther() throws Exception {
        var others = database.sql("select id from person where role = 'ADMIN' and not disabled")
                .query(UUID.class)
                .list();
        database.sql("update person set disabled = true where role = 'ADMIN'").update();
        try {
            var one = testPeople.admin("Admin One");
            var two = testPeople.admin("Admin Two");
            try (var both = Executors.newFixedThreadPool(2)) {
                var results = both.invokeAll(List.<Callable<Boolean>>of(
                        () -> tries(one, () -> staff.change(two.id(), "Admin Two", Role.STAFF, false, 0L, one.id())),
                        () -> tries(two, () -> staff.change(one.id(), "Admin One", Role.STAFF, false, 0L, two.id()))));
                int done = 0;
                for (var result : results) if (result.get()) done++;
                assertThat(done).isEqualTo(1);
            }
            assertThat(database.sql("select count(*) from person where role = 'ADMIN' and not disabled")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        } finally {
            for (var id : others)
                database.sql("update person set disabled = false where id = ?")
                        .param(id)
                        .update();
        }
    }

    private static boolean tries(PersonRow who, Runnable work) {
        try {
            does(who, work);
            return true;
        } catch (LastAdmin | StaleEdit no) {
            return false;
        }
    }

    @Test
    void invitesSomebodyOnceHoweverOftenTheFormIsSent() {
        var admin = testPeople.admin();
        var mail = UUID.randomUUID() + "@partner.example";
        var once = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            var answer = browser.post()
                    .uri("/admin/people")
                    .param("name", "Guest Person")
                    .param("mail", mail)
                    .param("role", "COMMS")
                    .param("once", once)
                    .with(as(admin))
                    .with(csrf())
                    .exchange();
            assertThat(answer).hasStatus(303);
        }
        assertThat(database.sql("select count(*) from sign_in_link where mail = ? and purpose = 'INVITED'")
                        .param(mail)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var again = browser.post()
                .uri("/admin/people")
                .param("name", "Guest Person")
                .param("mail", mail.toUpperCase())
                .param("role", "STAFF")
                .with(as(admin))
                .with(csrf())
                .exchange();
        assertThat(again).hasStatus(422);
        assertThat(text(again)).contains("known already");
    }

    @Test
    void saysWhatIsWrongBesideItsField() {
        var admin = testPeople.admin();
        var answer = browser.post()
                .uri("/admin/people")
                .param("name", "A\u0000B")
                .param("mail", "not an address")
                .param("role", "KING")
                .with(as(admin))
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus(422);
        var page = org.jsoup.Jsoup.parse(text(answer));
        assertThat(page.select("#name-error").text()).contains("control character");
        assertThat(page.select("#mail-error").text()).contains("name@example.org");
        assertThat(page.select("#role-error").text()).contains("Choose one of the roles");
        assertThat(page.title()).startsWith("Error:");
    }

    @Test
    void invitesTheFirstAdminWhileThereIsNone() {
        var others = database.sql("select id from person where role = 'ADMIN' and not disabled")
                .query(UUID.class)
                .list();
        database.sql("update person set disabled = true where role = 'ADMIN'").update();
        var mail = UUID.randomUUID() + "@first.example";
        try {
            assertThat(AsSystem.call(() -> staff.inviteFirst(mail))).isTrue();
            assertThat(AsSystem.call(() -> staff.inviteFirst(mail))).isFalse();
            assertThat(AsSystem.call(() -> people.byMail(mail)).orElseThrow().isAdmin())
                    .isTrue();
        } finally {
            for (var id : others)
                database.sql("update person set disabled = false where id = ?")
                        .param(id)
                        .update();
        }
    }

    @Test
    void anUnknownGroupOfTheCampusGivesNoRole() {
        // The seam takes a mail address and nothing else, so there is nothing a group could come in by.
        assertThat(Admission.class.getMethods())
                .filteredOn(method -> method.getName().equals("whoHas"))
                .allSatisfy(method -> assertThat(method.getParameterTypes()).containsExactly(String.class));
    }

    private MvcTestResult get(PersonRow who, String path) {
        return browser.get().uri(path).with(as(who)).exchange();
    }

    private MvcTestResult post(PersonRow who, PersonRow person, String... fields) {
        var request = browser.post()
                .uri("/admin/people/{id}", person.id())
                .with(as(who))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return request.exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
