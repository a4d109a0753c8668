package org.ambassadorportal.organization;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class OrganizationTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople people;

    @Autowired
    Organization organization;

    @Autowired
    JdbcClient database;

    PersonRow admin;

    @BeforeEach
    @AfterEach
    void asConfigured() {
        database.sql("delete from organization_holiday").update();
        database.sql("delete from organization").update();
        ReflectionTestUtils.setField(organization, "known", null);
        admin = people.admin();
    }

    private static Map<String, String> form() {
        var form = new LinkedHashMap<String, String>();
        form.put("name", "Example Medicine");
        form.put("program", "Voices");
        form.put("department", "Office of Words");
        form.put("telephone", "555-010-9999");
        form.put("mail", "words@example.org");
        form.put("mailDomains", "@Example.org\nmed.example.org");
        form.put("zone", "America/Chicago");
        form.put("opens", "9:00 am");
        form.put("closes", "16:30");
        form.put("holidays", "Dec 25, 2026 Christmas Day\n2027-01-01: New Year\n7/4/2027 Independence Day");
        form.put("socialIntegrityUrl", "https://integrity.example.org/social");
        form.put("brandWords", "Example\nexmed");
        form.put("version", "0");
        return form;
    }

    private MvcTestResult post(Map<String, String> form) {
        var request = browser.post()
                .uri("/admin/organization")
                .param("days", "MONDAY", "TUESDAY")
                .with(as(admin))
                .with(csrf());
        form.forEach((name, value) -> request.param(name, value));
        return request.exchange();
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    @Test
    void saysWhatTheConfigurationSaysUntilAnAdminChangesIt() {
        var facts = organization.facts();
        assertThat(facts.name()).isEqualTo("Michigan Medicine");
        assertThat(facts.department()).isEqualTo("Department of Communication");
        assertThat(facts.telephone()).isEqualTo("734-764-2220");
        assertThat(facts.telephoneUri()).isEqualTo("tel:+17347642220");
        assertThat(facts.zone().getId()).isEqualTo("America/Detroit");
        assertThat(facts.mail()).isNull();
        assertThat(facts.socialIntegrityUrl()).isNull();
    }

    @Test
    void knowsStaffByTheDomainOfTheirMail() {
        assertThat(organization.isStaffMail("Jo@Staff.TEST")).isTrue();
        for (var other : List.of(
                "jo@evilstaff.test",
                "jo@staff.test.evil.example",
                "staff.test",
                "@staff.test",
                "jo@sub.staff.test",
                "")) {
            assertThat(organization.isStaffMail(other)).as(other).isFalse();
        }
        assertThat(organization.isStaffMail(null)).isFalse();
    }

    @Test
    void changesItsFacts() {
        assertThat(post(form())).hasStatus(303);
        var facts = organization.facts();
        assertThat(facts.name()).isEqualTo("Example Medicine");
        assertThat(facts.mailDomains()).containsExactly("example.org", "med.example.org");
        assertThat(facts.hours().days()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
        assertThat(facts.hours().closes()).hasToString("16:30");
        assertThat(facts.hours().holidays())
                .extracting(BusinessHours.Holiday::day)
                .containsExactly(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1), LocalDate.of(2027, 7, 4));
        assertThat(facts.brandWords()).containsExactly("example", "exmed");
        assertThat(database.sql(
                                "select fields from audit_entry where verb = 'organization-changed' order by seq desc limit 1")
                        .query((row, number) ->
                                List.of((String[]) row.getArray(1).getArray()))
                        .single())
                .contains("name", "zone", "hours", "mail-domains");
        var again =
                page(browser.get().uri("/admin/organization").with(as(admin)).exchange());
        assertThat(again.select("textarea[name=holidays]").text()).contains("2026-12-25 Christmas Day");
        assertThat(again.select("input[name=version]").first().attr("value")).isNotEqualTo("0");
        assertThat(again.select("input[name=days][checked]").eachAttr("value")).containsExactly("MONDAY", "TUESDAY");
    }

    @Test
    void showsBothVersionsToWhoeverComesSecond() {
        assertThat(post(form())).hasStatus(303);
        var late = form();
        late.put("name", "Other Medicine");
        var answer = post(late);
        assertThat(answer).hasStatus(409);
        assertThat(page(answer).select("#both").text()).contains("Example Medicine", "Other Medicine");
        assertThat(page(answer).select("input[name=name]").attr("value")).isEqualTo("Other Medicine");
        late.put("version", page(answer).select("input[name=version]").first().attr("value"));
        assertThat(post(late)).hasStatus(303);
        assertThat(organization.facts().name()).isEqualTo("Other Medicine");
    }

    @Test
    void saysWhatIsWrongBesideItsField() {
        wrong("zone", "Mars/Base", "no such time zone");
        wrong("mailDomains", "example", "not a mail domain");
        wrong("mail", "nobody", "name@example.org");
        wrong("socialIntegrityUrl", "javascript:alert(1)", "not the address of a web page");
        wrong("closes", "08:00", "later one");
        wrong("opens", "noonish", "Type a time");
        wrong("holidays", "Christmas", "not a day and a name");
        wrong("holidays", "2026-02-30 Nothing", "not a day and a name");
        wrong("holidays", "2026-12-25 One\nDec 25, 2026 Two", "twice");
        wrong("name", "a\u0000b", "control character");
    }

    private void wrong(String field, String value, String words) {
        var form = form();
        form.put(field, value);
        var answer = post(form);
        assertThat(answer).as(field + " " + value).hasStatus(422);
        assertThat(page(answer).select("#" + field + "-error").text()).contains(words);
        assertThat(page(answer).select("input[name=telephone]").attr("value")).isEqualTo("555-010-9999");
        assertThat(organization.facts().name()).isEqualTo("Michigan Medicine");
    }

    @Test
    void isChangedByAdminsAlone() {
        assertThat(browser.get()
                        .uri("/admin/organization")
                        .with(as(people.comms()))
                        .exchange())
                .hasStatus(403);
        var comms = people.comms();
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> does(comms, () -> organization.change(organization.facts(), 0L)))
                .isInstanceOf(org.springframework.security.access.AccessDeniedException.class);
    }
}
