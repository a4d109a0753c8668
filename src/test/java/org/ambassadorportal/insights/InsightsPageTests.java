package org.ambassadorportal.insights;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.Statements;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PortalTest
class InsightsPageTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient database;

    @Autowired
    TestPeople people;

    @Autowired
    TestClock clock;

    /** A year that no other test looks at. */
    @BeforeEach
    void inAnotherYear() {
        clock.hold(Instant.parse("2041-10-15T20:20:00Z"));
        forget();
    }

    @AfterEach
    void backAgain() {
        forget();
        clock.run();
    }

    private void forget() {
        database.sql("""
                        with gone as (select reference from desk_item where received_at > '2039-01-01')
                        delete from desk_span where reference in (select reference from gone)
                        """).update();
        database.sql("delete from desk_item where received_at > '2039-01-01'").update();
    }

    @Test
    void anEmptyPeriodSaysSoAndLeadsOn() {
        var page = Jsoup.parse(page("twelve-months"));
        assertThat(page.select(".empty h2").text()).isEqualTo("Nothing to count yet");
        assertThat(page.select(".chart")).isEmpty();
    }

    @Test
    void countsWhatCameInByKindAndMonthInTheOrganizationsZone() {
        // Half past eleven at night in Detroit is the next day in UTC.
        item("question", "2041-07-01T03:30:00Z", null);
        item("question", "2041-07-01T04:30:00Z", "2041-07-01T14:00:00Z");
        item("question", "2041-10-02T14:00:00Z", "2041-10-02T15:00:00Z");
        item("question", "2039-11-02T14:00:00Z", "2039-11-02T15:00:00Z");
        var page = Jsoup.parse(page("twelve-months"));
        assertThat(page.select(".span-strip dd").first().text()).isEqualTo("3");
        var row = page.select("figure.wide tbody tr").first().select("td").eachText();
        assertThat(row).containsExactly("0", "0", "0", "0", "0", "0", "0", "1", "1", "0", "0", "1");
        assertThat(page.select(".delta").first().text()).contains("200 percent more");
        assertThat(page.select(".span-strip").text()).contains("2 of 3");
        assertThat(page.select("[style]")).isEmpty();
    }

    @Test
    void thisYearBeginsInJanuaryAndAllWithTheFirstRequest() {
        item("question", "2041-01-20T14:00:00Z", null);
        item("question", "2041-10-02T14:00:00Z", null);
        assertThat(Jsoup.parse(page("this-year")).select("figure.wide thead th"))
                .hasSize(1 + 10);
        assertThat(Jsoup.parse(page("nonsense")).select("figure.wide thead th")).hasSize(1 + 12);
        assertThat(Jsoup.parse(page("all")).select("figure.wide thead th").size())
                .isGreaterThanOrEqualTo(1 + 10);
    }

    @Test
    void canBeDownloaded() {
        item("question", "2041-10-02T14:00:00Z", null);
        var csv = browser.get()
                .uri("/insights/requests.csv")
                .with(as(people.comms()))
                .exchange();
        assertThat(csv).hasStatusOk();
        assertThat(csv).bodyText().contains("kind,2040-11,2040-12", ",0,0,0,0,0,0,0,0,0,0,0,1");
    }

    @Test
    void costsFewStatementsHoweverManyRequestsThereAre() {
        item("question", "2041-10-02T14:00:00Z", null);
        var few = Statements.of(() -> page("all"));
        for (int i = 0; i < 20; i++) item("talk", "2041-09-02T14:00:00Z", "2041-09-02T15:00:00Z");
        // Besides those of the page itself, the shell has two at most, and a test signs a new person in by one more.
        assertThat(Statements.of(() -> page("all")))
                .hasSizeLessThanOrEqualTo(5 + 3)
                .hasSameSizeAs(few);
    }

    private String page(String period) {
        var answer = browser.get()
                .uri("/insights?period=" + period)
                .with(as(people.comms()))
                .exchange();
        assertThat(answer).hasStatusOk();
        return body(answer);
    }

    private static String body(org.springframework.test.web.servlet.assertj.MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void item(String kind, String received, @Nullable String answered) {
        PersonRow person = people.staff();
        database.sql("""
                        insert into desk_item (id, reference, kind, title, status, requester_id, entered_by_id,
                                               received_at, first_response_at, touched_at, unread, priority,
                                               worked_seconds, waited_seconds, version)
                        values (:id, nextval('desk_reference'), :kind, 'A title', 'OPEN', :person, :person,
                                :received, :answered, :received, false, 'NORMAL', 0, 0, 0)
                        """)
                .param("id", UUID.randomUUID())
                .param("kind", kind)
                .param("person", person.id().value())
                .param("received", OffsetDateTime.parse(received))
                .param("answered", answered == null ? null : OffsetDateTime.parse(answered))
                .update();
    }
}
