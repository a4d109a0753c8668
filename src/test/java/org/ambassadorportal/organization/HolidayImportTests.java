package org.ambassadorportal.organization;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Holidays from a calendar file, as an admin takes them in. */
@PortalTest
class HolidayImportTests {

    private static final String YEARLY = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Test//EN
            BEGIN:VEVENT
            UID:1
            DTSTAMP:20200101T000000Z
            DTSTART;VALUE=DATE:20201225
            RRULE:FREQ=YEARLY
            TRANSP:TRANSPARENT
            SUMMARY:Christmas Day
            END:VEVENT
            BEGIN:VEVENT
            UID:2
            DTSTAMP:20200101T000000Z
            DTSTART;VALUE=DATE:20271124
            DTEND;VALUE=DATE:20271127
            SUMMARY:Thanksgiving <b>break</b>
            END:VEVENT
            BEGIN:VEVENT
            UID:3
            DTSTAMP:20200101T000000Z
            DTSTART:20270704T120000Z
            DURATION:PT2H
            SUMMARY:Parade
            END:VEVENT
            END:VCALENDAR
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestPeople people;

    @Autowired
    Organization organization;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    PersonRow admin;

    @BeforeEach
    void inJune() {
        clock.hold(LocalDate.of(2027, 6, 7)
                .atTime(9, 0)
                .atZone(ZoneId.of("America/Detroit"))
                .toInstant());
        admin = people.admin();
        asConfigured();
    }

    @AfterEach
    void goOn() {
        clock.run();
        asConfigured();
    }

    private void asConfigured() {
        database.sql("delete from organization_holiday").update();
        database.sql("delete from organization").update();
        ReflectionTestUtils.setField(organization, "known", null);
    }

    @Test
    void showsWhatWouldBeAddedAndChangesNothingYet() {
        var page = Jsoup.parse(text(look(YEARLY)));
        assertThat(page.select("h1").text()).isEqualTo("7 holidays to add");
        assertThat(page.select("tbody tr").eachText())
                .containsExactly(
                        "Nov 24, 2027 Thanksgiving <b>break</b>",
                        "Nov 25, 2027 Thanksgiving <b>break</b>",
                        "Nov 26, 2027 Thanksgiving <b>break</b>",
                        "Dec 25, 2027 Christmas Day",
                        "Dec 25, 2028 Christmas Day",
                        "Dec 25, 2029 Christmas Day",
                        "Dec 25, 2030 Christmas Day");
        assertThat(page.text()).contains("1 entry takes hours, not a whole day, and is left out.");
        assertThat(organization.facts().hours().holidays()).isEmpty();
    }

    @Test
    void addsThemAndTheSameFileAgainChangesNothing() {
        assertThat(add(Jsoup.parse(text(look(YEARLY))))).hasRedirectedUrl("/admin/organization");
        ReflectionTestUtils.setField(organization, "known", null);
        assertThat(organization.facts().hours().holidays())
                .hasSize(7)
                .contains(new BusinessHours.Holiday(LocalDate.of(2027, 12, 25), "Christmas Day"));
        var version = version();

        var again = Jsoup.parse(text(look(YEARLY)));
        assertThat(again.select("h1").text()).isEqualTo("Nothing to add");
        assertThat(again.text()).contains("7 days are holidays already and keep their names.");
        assertThat(add(again)).hasStatus(303);
        assertThat(version()).isEqualTo(version);
        assertThat(mvc.get().uri("/admin/organization").with(as(admin)))
                .bodyText()
                .contains("2027-12-25 Christmas Day");
    }

    @Test
    void whatIsNoCalendarIsRefusedInWords() {
        assertThat(text(look(""))).contains("Choose a calendar file.");
        assertThat(text(look("Day,Name\n2027-12-25,Christmas"))).contains("This is not a calendar file.");
        assertThat(text(look(YEARLY.replace("20201225", "Christmas")))).contains("We could not read on from line");
        assertThat(text(look(YEARLY + " ".repeat(1024 * 1024)))).contains("larger than 1 MB");
        assertThat(text(look(YEARLY.replace("FREQ=YEARLY", "FREQ=DAILY")))).contains("more than 300 new days");
        assertThat(text(look(YEARLY.replace("FREQ=YEARLY", "FREQ=SECONDLY")))).contains("every minute or second");
        var many = IntStream.range(0, 2001)
                .mapToObj(any -> "BEGIN:VEVENT\nUID:x\nDTSTART;VALUE=DATE:20271224\nEND:VEVENT\n")
                .collect(Collectors.joining());
        assertThat(text(look("BEGIN:VCALENDAR\nVERSION:2.0\n" + many + "END:VCALENDAR\n")))
                .contains("more than 2,000 entries");
        assertThat(mvc.post()
                        .uri("/admin/organization/holidays")
                        .with(as(admin))
                        .with(csrf()))
                .hasStatus(422);
    }

    @Test
    void aLineThatIsNoDayIsRefused() {
        assertThat(mvc.post()
                        .uri("/admin/organization/holidays/add")
                        .param("holidays", "some day Nothing")
                        .with(as(admin))
                        .with(csrf()))
                .hasStatus(422);
    }

    private MvcTestResult look(String file) {
        return mvc.post()
                .uri("/admin/organization/holidays")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "holidays.ics", "text/calendar", file.getBytes(StandardCharsets.UTF_8)))
                .with(as(admin))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult add(Document preview) {
        return mvc.post()
                .uri("/admin/organization/holidays/add")
                .param("holidays", preview.selectFirst("[name=holidays]").val())
                .with(as(admin))
                .with(csrf())
                .exchange();
    }

    private Long version() {
        return database.sql("select version from organization")
                .query(Long.class)
                .single();
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
