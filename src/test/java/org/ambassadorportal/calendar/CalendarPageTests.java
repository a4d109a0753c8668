package org.ambassadorportal.calendar;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.offering.OfferingId;
import org.ambassadorportal.organization.When;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
@Import(TestHosts.class)
class CalendarPageTests {

    private static final LocalDate DAY = LocalDate.of(2027, 6, 8);
    private static final OfferingId ONESELF = new OfferingId(UUID.fromString("0193f000-0000-7000-8000-000000000001"));

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestHosts hosts;

    @Autowired
    private TestPeople people;

    @Autowired
    private TeamCalendar calendar;

    @Autowired
    private When when;

    @Autowired
    private TestClock clock;

    private PersonRow ana;

    @BeforeEach
    void holdTheClock() {
        clock.hold(DAY.minusDays(3).atTime(12, 0).atZone(when.zone()).toInstant());
        ana = hosts.host("Ana Host");
    }

    @AfterEach
    void letItRun() {
        clock.run();
    }

    @Test
    void showsWhatTakesAHostsTimeInTheWeekOfAllAndOfOneAndByDay() {
        book("Consultation: Where to begin");

        assertThat(page("view=week&day=" + DAY)).contains("Consultation: Where to begin", "10:00 am");
        assertThat(page("view=week&day=" + DAY + "&host=" + ana.id()))
                .contains("Consultation: Where to begin", "9:00 am – 5:00 pm");
        assertThat(page("view=day&day=" + DAY)).contains("Consultation: Where to begin");
        assertThat(page("view=day&day=" + DAY.plusDays(1))).doesNotContain("Consultation: Where to begin");
    }

    @Test
    void readsAnAddressThatWasShortenedByHand() {
        assertThat(page("view=year&day=2027-99-01&host=nobody")).contains("All hosts");
    }

    @Test
    void keepsATimeFreeAndGivesItBack() {
        var done = block("14:00", "16:00");

        assertThat(done).hasStatus(303);
        assertThat(page("day=" + DAY + "&host=" + ana.id())).contains("Thinking", "Give it back");
        assertThat(isFree(14)).isFalse();

        var address = page("day=" + DAY + "&host=" + ana.id())
                .replaceAll("(?s).*(/desk/calendar/blocks/[0-9a-f-]+/remove).*", "$1");
        assertThat(browser.post().uri(address).with(as(ana)).with(csrf())).hasStatus(303);
        assertThat(isFree(14)).isTrue();
    }

    @Test
    void keepsNoTimeFreeInWhichThereIsABooking() {
        book("Consultation: Where to begin");

        var refused = block("09:00", "11:00");

        assertThat(refused).hasStatus(422);
        assertThat(refused).bodyText().contains("Something stands in the calendar then", "Thinking");
    }

    @Test
    void saysWhichPartOfABlockIsWrong() {
        assertThat(block("16:00", "14:00")).bodyText().contains("The end must be later than the beginning.");
        assertThat(block("soon", "14:00")).bodyText().contains("This is not a time we can read.");
    }

    private void book(String title) {
        TestPeople.does(
                people.staff(),
                () -> calendar.take(
                        demand(), at(10), Taking.firmly(UUID.randomUUID(), TakenKind.BOOKING, title, "/desk"), null));
    }

    private boolean isFree(int hour) {
        return TestPeople.does(people.staff(), () -> calendar.free(demand(), DAY, DAY, when.zone(), null)).stream()
                .anyMatch(time -> time.starts().equals(at(hour)));
    }

    private Demand demand() {
        return new Demand(
                ONESELF,
                Duration.ofHours(1),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                60,
                null,
                null,
                Duration.ofMinutes(30),
                Set.of(ana.id()));
    }

    private Instant at(int hour) {
        return DAY.atTime(hour, 0).atZone(when.zone()).toInstant();
    }

    private MvcTestResult block(String from, String until) {
        return browser.post()
                .uri("/desk/calendar/blocks")
                .with(as(ana))
                .with(csrf())
                .param("host", ana.id().toString())
                .param("day", DAY.toString())
                .param("from", from)
                .param("until", until)
                .param("why", "Thinking")
                .exchange();
    }

    private String page(String query) {
        var answer = browser.get().uri("/desk/calendar?" + query).with(as(ana)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
