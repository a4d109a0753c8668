package org.ambassadorportal.desk;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The figures of the desk, in a year in which nobody else asks anything. */
@PortalTest
@Transactional
class OverviewTests {

    /** A Monday, 10 am in Detroit. */
    private static final Instant MORNING = Instant.parse("2035-03-05T15:00:00Z");

    private static final Instant WEDNESDAY = Instant.parse("2035-03-07T17:00:00Z");

    @Autowired
    MockMvcTester browser;

    @Autowired
    Clocks clocks;

    @Autowired
    EntityManager entities;

    @Autowired
    TestPeople people;

    @Autowired
    TestClock clock;

    @Autowired
    Desk desk;

    @Autowired
    TeamDesk team;

    @Autowired
    Overview overview;

    @Autowired
    Stands stands;

    @Autowired
    TransactionTemplate transaction;

    PersonRow priya;

    @BeforeEach
    void threeQuestions() {
        var room = new DeskRoom(desk, team, transaction);
        priya = people.comms("Priya Testcase");
        var tomas = people.staff("Tomás Sample");
        clock.hold(MORNING);
        var first = room.question(tomas, "One", "Words");
        var second = room.question(tomas, "Two", "Words");
        clock.pass(Duration.ofHours(3));
        settle(first);
        clock.hold(WEDNESDAY);
        settle(second);
        room.question(tomas, "Three", "Words");
        clock.hold(Instant.parse("2035-03-19T15:00:00Z"));
    }

    private void settle(Reference reference) {
        TestPeople.does(priya, () -> team.settle(reference, priya.id(), "answered", null));
        entities.flush();
    }

    @AfterEach
    void now() {
        clock.run();
    }

    private Document get(PersonRow who, String address) throws Exception {
        var response = browser.get().uri(address).with(as(who)).exchange().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
    }

    private OverviewPage page() {
        return TestPeople.does(priya, () -> overview.page(13, null));
    }

    @Test
    void timesAreCountedInBusinessHours() {
        var of = page().times().stream()
                .filter(one -> "question".equals(one.kind()))
                .findFirst()
                .orElseThrow();
        var slow = TestPeople.does(priya, () -> clocks.time().between(MORNING, WEDNESDAY));
        assertThat(slow).isGreaterThan(Duration.ofHours(12)).isLessThan(Duration.ofHours(26));
        var half = Duration.ofHours(3).plus(slow).dividedBy(2);
        assertThat(of.answered()).isEqualTo(2);
        assertThat(of.firstHalf()).isEqualTo(half);
        assertThat(of.wholeHalf()).isEqualTo(half);
        assertThat(of.firstMost())
                .isEqualTo(Duration.ofHours(3)
                        .plus(slow.minusHours(3).multipliedBy(9).dividedBy(10)));
    }

    @Test
    void eachWeekSaysWhatCameAndWhatWasSettled() {
        var week = page().perWeek().stream()
                .filter(flow -> flow.week().equals(LocalDate.of(2035, 3, 5)))
                .findFirst()
                .orElseThrow();
        assertThat(week.came()).isEqualTo(3);
        assertThat(week.went()).isEqualTo(2);
        assertThat(page().perWeek()).hasSize(13);
        assertThat(page().came()).isEqualTo(3);
    }

    @Test
    void whatWaitsStandsWithItsAge() {
        var twoWeeks = page().ages().get(OverviewPage.Age.TWO_WEEKS.ordinal());
        assertThat(twoWeeks.items()).isEqualTo(1);
        assertThat(twoWeeks.late()).isEqualTo(1);
    }

    @Test
    void whatWaitsUnansweredIsLateToo() {
        var tomas = people.staff("Tomás Sample");
        clock.hold(WEDNESDAY);
        var reference = new DeskRoom(desk, team, transaction).question(tomas, "Four", "Words");
        TestPeople.does(priya, () -> team.assign(reference, DeskRoom.signed(priya), "me", null));
        TestPeople.does(
                priya,
                () -> stands.set(reference, priya.id(), new StandForm(StandForm.Choice.REQUESTER, null, null, null)));
        entities.flush();
        clock.hold(Instant.parse("2035-03-19T15:00:00Z"));

        assertThat(page().ages().get(OverviewPage.Age.TWO_WEEKS.ordinal()).late())
                .isEqualTo(2);
        var lead = people.lead();
        assertThat(TestPeople.does(lead, overview::load))
                .filteredOn(load -> load.person().equals(priya.id().toString()))
                .singleElement()
                .satisfies(load -> {
                    assertThat(load.pending()).isEqualTo(1);
                    assertThat(load.late()).isEqualTo(1);
                });
    }

    @Test
    void whoHasHowMuchIsForLeadsAlone() throws Exception {
        assertThat(get(priya, "/desk/overview").select("#load")).isEmpty();
        assertThat(get(people.lead(), "/desk/overview").select("#load")).hasSize(1);
        assertThat(get(people.admin(), "/desk/overview?weeks=52&kind=question").select("#load"))
                .hasSize(1);
    }

    @Test
    void theWeeksCanBeTakenAway() throws Exception {
        var csv = browser.get()
                .uri("/desk/overview.csv")
                .with(as(priya))
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).contains("2035-03-05,Question,3,2");
    }
}
