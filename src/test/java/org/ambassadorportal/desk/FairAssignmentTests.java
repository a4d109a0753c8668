package org.ambassadorportal.desk;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.identity.DaysAway;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.organization.When;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** To whom items are given where nobody chooses, and why. */
@PortalTest
@Transactional
class FairAssignmentTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople people;

    @Autowired
    Desk desk;

    @Autowired
    TeamDesk team;

    @Autowired
    FairAssignment fair;

    @Autowired
    DaysAway away;

    @Autowired
    When when;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    DeskRoom room;
    PersonRow tomas;
    PersonRow priya;
    PersonRow jo;
    PersonRow lee;

    @BeforeEach
    void aTeam() {
        room = new DeskRoom(desk, team, transaction);
        tomas = people.staff("Tomás Sample");
        priya = people.comms("Priya Testcase");
        jo = people.comms("Jo Specimen");
        lee = people.lead();
    }

    private void rule(boolean automatic, Map<PersonRow, Integer> shares) {
        var parts = shares.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(one -> one.getKey().id(), Map.Entry::getValue));
        var version = does(
                lee,
                () -> fair.rules().containsKey("question")
                        ? fair.rules().get("question").version()
                        : 0L);
        does(lee, () -> fair.rule(new FairAssignment.Rule("question", automatic, parts, version)));
    }

    private Reference question() {
        var reference = room.question(tomas, "Who may post?", "Words");
        entities.flush();
        return reference;
    }

    private PersonRow assignee(Reference reference) {
        var id = room.row(reference, lee).assignee();
        return List.of(priya, jo, lee).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(tomas);
    }

    @Test
    void theLeastForTheirShareIsChosenThenWhoseTurnItIs() {
        var a = new FairAssignment.Load(priya.id(), 4, 100, null);
        var b = new FairAssignment.Load(jo.id(), 3, 50, null);
        assertThat(FairAssignment.among(List.of(a, b)))
                .contains(new FairAssignment.Choice(priya.id(), FairAssignment.Reason.LEAST));
        var c = new FairAssignment.Load(jo.id(), 2, 50, Instant.EPOCH);
        var d = new FairAssignment.Load(priya.id(), 4, 100, Instant.EPOCH.plusSeconds(9));
        assertThat(FairAssignment.among(List.of(d, c)))
                .contains(new FairAssignment.Choice(jo.id(), FairAssignment.Reason.TURN));
        assertThat(FairAssignment.among(List.of(d)))
                .contains(new FairAssignment.Choice(priya.id(), FairAssignment.Reason.ONLY));
        assertThat(FairAssignment.among(List.of())).isEmpty();
    }

    @Test
    void whatComesInIsGivenAtOnceInTurnsAndOnlyWhoeverGetsItIsTold() {
        rule(true, Map.of(priya, 100, jo, 100));
        var first = question();
        var second = question();
        assertThat(List.of(assignee(first), assignee(second))).containsExactlyInAnyOrder(priya, jo);
        var letters = database.sql("select letter from email where reference = ? and recipient_id <> ?")
                .params(first.toString(), tomas.id().value())
                .query(String.class)
                .list();
        assertThat(letters).containsExactly("item-assigned");
        assertThat(room.thread(first, lee))
                .anySatisfy(line -> assertThat(line.words()).startsWith("desk.event.fair.arrived."));
        assertThat(room.row(first, lee).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void whoHasHalfAShareGetsHalfAsMuch() {
        rule(true, Map.of(priya, 100, jo, 50));
        int mine = 0;
        for (int at = 0; at < 6; at++) if (assignee(question()).equals(priya)) mine++;
        assertThat(mine).isEqualTo(4);
    }

    @Test
    void whoIsAwayIsLeftOut() {
        rule(true, Map.of(priya, 100, jo, 100));
        does(priya, () -> away.add(priya.id(), when.today(), when.today().plusDays(3), null, DeskRoom.signed(priya)));
        entities.flush();
        assertThat(assignee(question())).isEqualTo(jo);
        assertThat(assignee(question())).isEqualTo(jo);
    }

    @Test
    void aButtonGivesWhatIsThere() {
        var reference = question();
        assertThatThrownBy(() -> does(lee, () -> team.assign(reference, DeskRoom.signed(lee), "auto", null)))
                .isInstanceOf(Refusal.class);
        rule(false, Map.of(jo, 25));
        var another = question();
        assertThat(room.row(another, lee).assignee()).isNull();
        does(lee, () -> team.assign(another, DeskRoom.signed(lee), "auto", null));
        entities.flush();
        assertThat(assignee(another)).isEqualTo(jo);
        assertThat(room.thread(another, lee))
                .anySatisfy(line -> assertThat(line.words()).isEqualTo("desk.event.fair.given.ONLY"));
    }

    @Test
    void leadsSetItOnAPageAndASecondOneIsTold() throws Exception {
        var page = browser.get()
                .uri("/desk/assignment")
                .with(as(lee))
                .exchange()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("Jo Specimen");
        var set = browser.post()
                .uri("/desk/assignment")
                .param("kind", "talk")
                .param("version", "0")
                .param("people", priya.id().toString(), jo.id().toString())
                .param("shares", "50", "0")
                .param("automatic", "true")
                .with(as(lee))
                .with(csrf())
                .exchange()
                .getResponse();
        assertThat(set.getStatus()).isEqualTo(303);
        var rule = does(lee, () -> fair.rules().get("talk"));
        assertThat(rule.shares()).containsExactly(Map.entry(priya.id(), 50));
        assertThat(rule.automatic()).isTrue();
        assertThatThrownBy(() -> does(lee, () -> fair.rule(new FairAssignment.Rule("talk", false, Map.of(), 0))))
                .isInstanceOf(StaleEdit.class);
        assertThat(browser.get()
                        .uri("/desk/assignment")
                        .with(as(priya))
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }
}
