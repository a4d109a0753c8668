package org.ambassadorportal.calendar;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
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
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** "My hours" as a host fills it in, without any script. */
@PortalTest
@Import(TestHosts.class)
class HoursPagesTests {

    private static final ZoneId DETROIT = ZoneId.of("America/Detroit");

    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2027, 6, 7);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestPeople people;

    @Autowired
    TestHosts hosts;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    PersonRow ana;

    @BeforeEach
    void aMondayMorning() {
        clock.hold(TODAY.atTime(7, 0).atZone(DETROIT).toInstant());
        ana = people.comms("Ana Host");
    }

    @AfterEach
    void goOn() {
        clock.run();
    }

    @Test
    void becomesAHostBySavingHours() {
        assertThat(page("/desk/hours", ana).select("main").text()).contains("Nobody can book you yet");

        assertThat(save(ana, ana, week())).hasStatus(303);

        var page = page("/desk/hours", ana);
        assertThat(page.select(".week-picture").text()).contains("9:00 am to 12:00 pm", "no time");
        assertThat(page.select(".host-week").text())
                .as("a day's notice is asked for")
                .contains("Next for “Consultation for yourself”: Jun 8, 2027, 9:00 am.");
        assertThat(page.select("[name=weekly[0].days][checked]").eachAttr("value"))
                .containsExactly("MONDAY", "TUESDAY");
        assertThat(page.selectFirst("[name=weekly[0].opens]").val()).isEqualTo("09:00");
        assertThat(page.selectFirst("[name=extra[0].date]").val())
                .isEqualTo(TODAY.plusDays(5).toString());
    }

    @Test
    void rowsAreAddedAndTakenAwayByButtonsAndNothingIsLostOrSaved() {
        var more = with(week(), "more", "weekly");
        var page = Jsoup.parse(text(post(ana, "/desk/hours/" + ana.id() + "/rows", more)));
        assertThat(page.select("[name=weekly[1].opens]")).hasSize(1);
        assertThat(page.selectFirst("[name=weekly[0].closes]").val()).isEqualTo("12:00");
        assertThat(page.select("[name=weekly[0].days][checked]").eachAttr("value"))
                .containsExactly("MONDAY", "TUESDAY");
        assertThat(page.selectFirst("#zone option[selected]").val()).isEqualTo("America/Detroit");

        var less = with(week(), "less", "weekly-0");
        var without = Jsoup.parse(text(post(ana, "/desk/hours/" + ana.id() + "/rows", less)));
        assertThat(without.select("[name^=weekly]")).isEmpty();
        assertThat(without.selectFirst("[name=extra[0].opens]").val()).isEqualTo("14:00");
        assertThat(count(
                        "select count(*) from calendar_host where person_id = ?",
                        ana.id().value()))
                .isZero();
    }

    @Test
    void overlappingHoursAreAFieldErrorInWords() {
        var twice = with(week(), "weekly[1].days", "TUESDAY", "weekly[1].opens", "11:00", "weekly[1].closes", "13:00");
        var answer = save(ana, ana, twice);
        assertThat(answer).hasStatus(422);
        var page = Jsoup.parse(text(answer));
        assertThat(page.select(".error-summary").text())
                .contains("Tue, 11:00 am to 1:00 pm: these hours overlap with Tue, 9:00 am to 12:00 pm.");
        assertThat(page.select(".error-summary a[href=#weekly1.opens]")).hasSize(1);
        assertThat(page.selectFirst("[name=weekly[1].opens]").val()).isEqualTo("11:00");
    }

    @Test
    void whatIsImpossibleIsSaidAtItsFieldAndNothingTypedIsLost() {
        var wrong = new String[] {
            "zone", "Mars/Olympus", "videoAddress", "javascript:alert(1)", "perWeek", "0",
            "weekly[0].opens", "09:00", "weekly[0].closes", "09:00", "weekly[0].last", "2020-01-01",
            "extra[0].date", "2020-01-01", "extra[0].opens", "10:00"
        };
        var answer = save(ana, ana, wrong);
        assertThat(answer).hasStatus(422);
        var page = Jsoup.parse(text(answer));
        assertThat(page.select(".error-summary").text())
                .contains(
                        "Choose a time zone of the list.",
                        "This is not the address of a web page.",
                        "Type a number from 1 to 100",
                        "Choose a day at least",
                        "They end when they begin.",
                        "The last day is before the first one.",
                        "This day is over.",
                        "Type when these hours end");
        assertThat(page.selectFirst("#videoAddress").val()).isEqualTo("javascript:alert(1)");
        assertThat(text(save(ana, ana, with(week(), "weekly[0].opens", "soon"))))
                .contains("Type a time, like 8:00 am.", "value=\"soon\"");
    }

    @Test
    void hoursOverMidnightAreSaidToBe() {
        save(
                ana,
                ana,
                "zone",
                "America/Detroit",
                "weekly[0].days",
                "FRIDAY",
                "weekly[0].opens",
                "22:00",
                "weekly[0].closes",
                "02:00");
        var page = page("/desk/hours", ana);
        assertThat(page.text()).contains("over midnight, until 2:00 am on the next day");
        assertThat(page.select(".week-picture li").get(4).text()).contains("10:00 pm to 12:00 am");
        assertThat(page.select(".week-picture li").get(5).text()).contains("12:00 am to 2:00 am");
    }

    @Test
    void aStaleEditShowsTheOtherHoursAndCanBeSavedKnowingly() {
        save(ana, ana, week());
        var seen = page("/desk/hours", ana).selectFirst("[name=version]").val();
        save(ana, ana, with(week(), "version", seen, "perWeek", "5"));

        var late = save(ana, ana, with(week(), "version", seen, "perWeek", "7"));
        assertThat(late).hasStatus(409);
        var page = Jsoup.parse(text(late));
        assertThat(page.text()).contains("somebody else changed these hours", "Mon, Tue, 9:00 am to 12:00 pm");
        assertThat(page.selectFirst("#perWeek").val()).isEqualTo("7");

        assertThat(save(
                        ana,
                        ana,
                        with(
                                week(),
                                "version",
                                page.selectFirst("[name=version]").val(),
                                "perWeek",
                                "7")))
                .hasStatus(303);
        assertThat(save(ana, ana, week()))
                .as("a form from before they were a host")
                .hasStatus(409);
    }

    @Test
    void shareAndSwitchAreForLeadsAlone() {
        save(ana, ana, with(week(), "weight", "10", "active", "false"));
        assertThat(count(
                        "select weight from calendar_host where person_id = ?",
                        ana.id().value()))
                .isEqualTo(100);
        var lead = people.lead();
        var seen = page("/desk/hours/" + ana.id(), lead);
        assertThat(seen.select("h1").text()).isEqualTo("Hours of Ana Host");
        var version = seen.selectFirst("[name=version]").val();
        assertThat(save(lead, ana, with(week(), "version", version, "weight", "50")))
                .hasStatus(303);
        assertThat(count(
                        "select weight from calendar_host where person_id = ?",
                        ana.id().value()))
                .isEqualTo(50);
        assertThat(page("/desk/hours", ana).text())
                .as("an unticked box switches bookings off")
                .contains("Nobody can be booked here for now");
    }

    @Test
    void hoursOfOthersAreNotThereForWhoeverIsNoLead() {
        var ben = hosts.host("Ben Host");
        assertThat(mvc.get().uri("/desk/hours/" + ben.id()).with(as(ana))).hasStatus(404);
        assertThat(save(ana, ben, week())).hasStatus(404);
        assertThat(post(ana, "/desk/hours/" + ben.id() + "/away", "first", "2027-07-01"))
                .hasStatus(404);
        var staff = people.staff();
        assertThat(mvc.get().uri("/desk/hours/" + staff.id()).with(as(people.lead())))
                .as("nobody of the team")
                .hasStatus(404);
    }

    @Test
    void daysAwayTakeTimeAndWarnOfWhatWasBookedBefore() {
        save(ana, ana, week());
        var away = TODAY.plusDays(1);
        booked(away);
        assertThat(post(ana, "/desk/hours/" + ana.id() + "/away", "first", away.toString(), "note", "A conference"))
                .hasStatus(303);

        var page = page("/desk/hours", ana);
        assertThat(page.select("#days-away").text())
                .contains(
                        "Jun 8, 2027",
                        "A conference",
                        "One booking lies in these days",
                        "Consultation: Where to begin");
        assertThat(page.select(".host-week").text()).contains("Next for “Consultation for yourself”: Jun 12");
        assertThat(text(post(ana, "/desk/hours/" + ana.id() + "/away", "first", away.toString(), "last", "2027-06-20")))
                .contains("These days overlap with those from Jun 8, 2027 to Jun 8, 2027", "2027-06-20");

        var callOff = page.selectFirst("#days-away .away-list form").attr("action");
        assertThat(post(ana, callOff)).hasStatus(303);
        assertThat(page("/desk/hours", ana).select(".away-list li")).isEmpty();
        assertThat(post(ana, callOff)).hasStatus(404);
    }

    @Test
    void daysAwayThatMakeNoSenseAreRefusedInWords() {
        var to = "/desk/hours/" + ana.id() + "/away";
        assertThat(text(post(ana, to))).contains("Type the first day.");
        assertThat(text(post(ana, to, "first", "2027-07-02", "last", "2027-07-01")))
                .contains("The last day is before the first one.");
        assertThat(text(post(ana, to, "first", "2027-05-02", "last", "2027-06-01")))
                .contains("These days are over already.");
        assertThat(text(post(ana, to, "first", "2027-07-01", "last", "2029-07-01")))
                .contains("longer than a year");
    }

    private void booked(LocalDate day) {
        var starts = day.atTime(10, 0).atZone(DETROIT).toOffsetDateTime();
        database.sql("""
                        insert into calendar_taken (id, host_id, kind, owner_id, during, starts_at, ends_at, title,
                            path, given_at)
                        values (:id, :host, 'BOOKING', :id, tstzrange(:starts, :ends), :starts, :ends,
                            'Consultation: Where to begin', '/desk/consultation/R-1', :starts)""")
                .param("id", UUID.randomUUID())
                .param("host", ana.id().value())
                .param("starts", starts)
                .param("ends", starts.plusHours(1))
                .update();
    }

    private static String[] week() {
        return new String[] {
            "zone",
            "America/Detroit",
            "videoAddress",
            "https://video.test/ana",
            "weekly[0].days",
            "MONDAY",
            "weekly[0].days",
            "TUESDAY",
            "weekly[0].opens",
            "09:00",
            "weekly[0].closes",
            "12:00",
            "weekly[0].first",
            "2027-06-07",
            "extra[0].date",
            TODAY.plusDays(5).toString(),
            "extra[0].opens",
            "14:00",
            "extra[0].closes",
            "16:00"
        };
    }

    private static String[] with(String[] fields, String... more) {
        var all = new java.util.ArrayList<String>();
        for (int at = 0; at < fields.length; at += 2) {
            boolean replaced = false;
            for (int other = 0; other < more.length; other += 2) replaced |= more[other].equals(fields[at]);
            if (!replaced) all.addAll(java.util.List.of(fields[at], fields[at + 1]));
        }
        all.addAll(java.util.List.of(more));
        return all.toArray(String[]::new);
    }

    private MvcTestResult save(PersonRow by, PersonRow host, String... fields) {
        return post(by, "/desk/hours/" + host.id(), fields);
    }

    private MvcTestResult post(PersonRow by, String address, String... fields) {
        var request = mvc.post().uri(address).with(as(by)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) request = request.param(fields[at], fields[at + 1]);
        return request.exchange();
    }

    private Document page(String address, PersonRow who) {
        var answer = mvc.get().uri(address).with(as(who)).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(text(answer));
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private int count(String sql, Object... parameters) {
        return database.sql(sql).params(parameters).query(Integer.class).single();
    }
}
