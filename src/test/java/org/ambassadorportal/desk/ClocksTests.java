package org.ambassadorportal.desk;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.organization.Organization;
import org.ambassadorportal.organization.OrganizationChanged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class ClocksTests {

    /** A Monday at nine in the morning. */
    private static final Instant MONDAY = Instant.parse("2026-10-12T13:00:00Z");

    @Autowired
    private Desk desk;

    @Autowired
    private Clocks clocks;

    @Autowired
    private WorkItems items;

    @Autowired
    private Organization organization;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock clock;

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private JdbcClient database;

    private PersonRow staff;
    private PersonRow comms;
    private Reference item;

    @BeforeEach
    void receive() {
        clock.hold(MONDAY);
        staff = people.staff();
        comms = people.comms();
        item = does(staff, () -> desk.ask(staff.id(), "Clocks", "How long does it take?"));
    }

    @AfterEach
    void letTheClockRun() {
        clock.run();
    }

    @Test
    void everyChangeOfStatusLeavesItsStretchInTheHistory() {
        clock.pass(Duration.ofHours(1));
        does(comms, () -> desk.awaitRequester(item, comms.id()));
        clock.pass(Duration.ofHours(1));
        does(comms, () -> desk.resume(item, comms.id()));
        clock.pass(Duration.ofHours(1));
        does(comms, () -> desk.settle(item, "answered", comms.id()));

        assertThat(does(comms, () -> clocks.history(item)))
                .containsExactly(
                        new Clocks.Stretch(Status.NEW, MONDAY, MONDAY.plusSeconds(3600)),
                        new Clocks.Stretch(Status.PENDING, MONDAY.plusSeconds(3600), MONDAY.plusSeconds(7200)),
                        new Clocks.Stretch(Status.OPEN, MONDAY.plusSeconds(7200), MONDAY.plusSeconds(10800)),
                        new Clocks.Stretch(Status.SETTLED, MONDAY.plusSeconds(10800), null));
    }

    @Test
    void theClocksAreWorkedOutAnewFromTheHistory() {
        clock.pass(Duration.ofHours(2));
        does(comms, () -> desk.awaitRequester(item, comms.id()));
        clock.pass(Duration.ofDays(2));
        does(comms, () -> desk.resume(item, comms.id()));
        var due = due();
        database.sql("update desk_item set reckoned_in = 0, due_at = null, next_due_at = null where reference = ?")
                .param(item.number())
                .update();

        AsSystem.run(clocks::noteSettings);
        AsSystem.run(clocks::reckonAnew);

        assertThat(due()).isEqualTo(due);
        assertThat(AsSystem.call(clocks::reckonAnew)).isZero();
    }

    @Test
    void whoStartsWithOtherGoalsHasAllThatRunsWorkedOutAnew() {
        AsSystem.run(clocks::noteSettings);
        AsSystem.run(clocks::reckonAnew);
        long before = generation();
        // One node after the other, or both at once: the second finds it noted.
        AsSystem.run(clocks::noteSettings);
        assertThat(generation()).isEqualTo(before);
        var usual = due();
        var other = new Clocks(
                items,
                new DeskSettings(
                        Duration.ofHours(8),
                        Duration.ofHours(20),
                        Duration.ofSeconds(10),
                        Map.of("question-low", new DeskSettings.Goal(Duration.ofHours(2), null))),
                organization,
                database,
                transaction);
        AsSystem.run(() -> transaction.executeWithoutResult(status -> other.noteSettings()));

        try {
            assertThat(generation()).isEqualTo(before + 1);
            // A node that has not the goals that hold leaves it, and what it does meanwhile is worked out anew as well.
            assertThat(AsSystem.call(clocks::reckonAnew)).isZero();
            does(comms, () -> desk.resume(item, comms.id()));
            assertThat(AsSystem.call(other::reckonAnew)).isPositive();
            assertThat(due()).isBefore(usual);
        } finally {
            AsSystem.run(clocks::noteSettings);
            AsSystem.run(clocks::reckonAnew);
        }
        assertThat(due()).isEqualTo(usual);
    }

    @Test
    void anItemWhoseClocksCannotBeWorkedOutHoldsUpNoOther() {
        var second = does(staff, () -> desk.ask(staff.id(), "Clocks", "And how long does this take?"));
        AsSystem.run(clocks::noteSettings);
        database.sql("update desk_item set reckoned_in = 0 where reference in (?, ?)")
                .params(item.number(), second.number())
                .update();
        // Of a history that began before all time no clock can be worked out.
        database.sql("insert into desk_span values (?, 'OPEN', '-infinity', '-infinity')")
                .param(item.number())
                .update();
        AsSystem.run(clocks::reckonAnew);

        assertThat(reckonedIn(item)).isZero();
        assertThat(reckonedIn(second)).isEqualTo(generation());
        database.sql("delete from desk_span where reference = ? and from_at = '-infinity'")
                .param(item.number())
                .update();
        AsSystem.run(clocks::reckonAnew);
        assertThat(reckonedIn(item)).isEqualTo(generation());
    }

    @Test
    void otherHoursAreNotedOnceAndFoundWhenEveryNodeKnowsThem() {
        AsSystem.run(clocks::noteSettings);
        AsSystem.run(clocks::reckonAnew);
        long before = generation();
        long known = reckonedIn(item);

        AsSystem.run(() -> transaction.executeWithoutResult(
                status -> clocks.forget(new OrganizationChanged(List.of("hours"), MONDAY))));

        assertThat(generation()).isEqualTo(before + 1);
        assertThat(reckonedIn(item)).isEqualTo(known);
        assertThat(AsSystem.call(clocks::reckonAnew)).isZero();
        database.sql("update desk_reckoning set hours_at = '-infinity'").update();
        assertThat(AsSystem.call(clocks::reckonAnew)).isPositive();
        assertThat(reckonedIn(item)).isEqualTo(before + 1);
    }

    private long generation() {
        return database.sql("select generation from desk_reckoning")
                .query(Long.class)
                .single();
    }

    private long reckonedIn(Reference reference) {
        return database.sql("select reckoned_in from desk_item where reference = ?")
                .param(reference.number())
                .query(Long.class)
                .single();
    }

    @Test
    void thePageSaysWhatTheClocksSayAndThePriorityIsSet() {
        clock.pass(Duration.ofDays(2));
        assertThat(page()).contains("Was due", "late");

        var set = browser.post()
                .uri("/desk/question/" + item + "/priority")
                .with(as(comms))
                .with(csrf())
                .param("to", "high")
                .exchange();

        assertThat(set).hasStatus(303);
        assertThat(page()).contains("changed the priority from normal to high");
        assertThat(list("?priority=high&order=priority&who=nobody")).contains(item.toString());
        assertThat(list("?priority=low&view=all")).doesNotContain(item.toString());
        assertThat(list("?due=late&q=" + item)).contains("late");
    }

    private Instant due() {
        return database.sql("select due_at from desk_item where reference = ?")
                .param(item.number())
                .query((row, number) ->
                        row.getObject("due_at", OffsetDateTime.class).toInstant())
                .single();
    }

    private String page() {
        return text("/desk/question/" + item);
    }

    private String list(String query) {
        return text("/desk" + query);
    }

    private String text(String address) {
        var answer = browser.get().uri(address).with(as(comms)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
