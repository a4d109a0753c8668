package org.ambassadorportal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Whom the desk tells that a clock runs out, and how often. */
@PortalTest
@Transactional
class NoticesTests {

    /** A Monday, 10 am in Detroit; the first answer is due at 9 am on Tuesday. */
    private static final Instant MORNING = Instant.parse("2035-03-05T15:00:00Z");

    @Autowired
    TestPeople people;

    @Autowired
    TestClock clock;

    @Autowired
    Desk desk;

    @Autowired
    TeamDesk team;

    @Autowired
    Notices notices;

    @Autowired
    Stands stands;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    DeskRoom room;
    PersonRow tomas;
    PersonRow priya;
    PersonRow lee;

    @BeforeEach
    void aMorning() {
        room = new DeskRoom(desk, team, transaction);
        tomas = people.staff("Tomás Sample");
        priya = people.comms("Priya Testcase");
        lee = people.lead();
        // What others left on the desk, or on its way, is not what this is about.
        room.repliesGoOut();
        entities.flush();
        database.sql("update desk_item set next_due_at = null where status in ('NEW', 'OPEN', 'PENDING')")
                .update();
        clock.hold(MORNING);
    }

    @AfterEach
    void now() {
        clock.run();
    }

    private Reference question(boolean taken) {
        var reference = room.question(tomas, "Who may post?", "Words");
        if (taken) TestPeople.does(priya, () -> team.assign(reference, DeskRoom.signed(priya), "me", null));
        entities.flush();
        return reference;
    }

    private void job() {
        entities.flush();
        AsSystem.run(() -> {
            notices.note();
            notices.waiting().forEach(notices::tell);
        });
    }

    private Instant due(Reference reference) {
        return TestPeople.does(
                priya,
                () -> java.util.Objects.requireNonNull(desk.get(reference).nextDueAt()));
    }

    private List<String> letters(PersonRow to) {
        return database.sql(
                        "select letter from email where recipient_id = ? and letter like 'desk-%' order by written_at")
                .param(to.id().value())
                .query(String.class)
                .list();
    }

    @Test
    void whoHasItIsWarnedBeforeAndToldOnceWhenItIsLate() {
        var reference = question(true);
        job();
        assertThat(letters(priya)).isEmpty();
        clock.hold(due(reference).minus(Duration.ofMinutes(30)));
        job();
        job();
        assertThat(letters(priya)).containsExactly("desk-soon");
        clock.pass(Duration.ofHours(2));
        job();
        clock.pass(Duration.ofMinutes(90));
        job();
        assertThat(letters(priya)).containsExactly("desk-soon", "desk-late");
        assertThat(letters(lee)).isEmpty();
    }

    @Test
    void whatWaitsThoughNobodyAnsweredIsToldAsWell() {
        var reference = question(true);
        wait(reference);
        clock.hold(due(reference).minus(Duration.ofMinutes(30)));
        job();
        clock.pass(Duration.ofHours(2));
        job();
        assertThat(letters(priya)).containsExactly("desk-soon", "desk-late");
    }

    @Test
    void whatIsLateAndWaitsAndGoesOnIsNotToldAgain() {
        var reference = question(true);
        room.reply(reference, priya, "Gladly.");
        entities.flush();
        var due = due(reference);
        clock.hold(due.plus(Duration.ofMinutes(30)));
        job();
        wait(reference);
        clock.pass(Duration.ofDays(14));
        job();
        AsSystem.run(notices::forget);
        TestPeople.does(priya, () -> desk.resume(reference, priya.id()));
        job();
        clock.pass(Duration.ofHours(2));
        job();
        assertThat(due(reference)).isEqualTo(due);
        assertThat(letters(priya)).containsExactly("desk-late");
        assertThat(letters(lee)).containsExactly("desk-late");
    }

    private void wait(Reference reference) {
        var form = new StandForm(StandForm.Choice.REQUESTER, null, null, null);
        TestPeople.does(priya, () -> stands.set(reference, priya.id(), form));
        entities.flush();
    }

    @Test
    void aBusinessDayLaterTheLeadIsToldOnce() {
        var reference = question(true);
        clock.hold(due(reference).plus(Duration.ofMinutes(30)));
        job();
        clock.pass(Duration.ofDays(1));
        job();
        clock.pass(Duration.ofHours(2));
        job();
        assertThat(letters(lee)).containsExactly("desk-late");
        assertThat(letters(priya)).containsExactly("desk-late");
    }

    @Test
    void ofWhatNobodyHasTheLeadHearsAtOnce() {
        var reference = question(false);
        clock.hold(due(reference).plus(Duration.ofMinutes(10)));
        job();
        assertThat(letters(lee)).containsExactly("desk-late");
    }

    @Test
    void manyAreOneMailAndAtMostOneAnHour() {
        question(true);
        var second = question(true);
        clock.hold(due(second).plus(Duration.ofMinutes(30)));
        job();
        clock.hold(MORNING);
        clock.pass(Duration.ofMinutes(50));
        var third = question(true);
        clock.hold(due(third).plus(Duration.ofMinutes(5)));
        job();
        assertThat(letters(priya)).hasSize(1);
        clock.pass(Duration.ofMinutes(61));
        job();
        assertThat(letters(priya)).hasSize(2);
        var words = database.sql(
                        "select words from email where recipient_id = ? and letter = 'desk-late' order by written_at limit 1")
                .param(priya.id().value())
                .query(String.class)
                .single();
        assertThat(words.lines()).hasSize(2);
    }

    @Test
    void whatWasAnsweredMeanwhileIsNotTold() {
        var reference = question(true);
        clock.hold(due(reference).plus(Duration.ofMinutes(10)));
        AsSystem.run(notices::note);
        TestPeople.does(priya, () -> team.settle(reference, priya.id(), "answered", null));
        job();
        assertThat(letters(priya)).isEmpty();
    }

    @Test
    void nobodyIsMailedAtNight() {
        var reference = question(true);
        clock.hold(due(reference).plus(Duration.ofMinutes(10)));
        clock.hold(Instant.parse("2035-03-07T07:00:00Z"));
        job();
        assertThat(letters(priya)).isEmpty();
        clock.hold(Instant.parse("2035-03-07T15:00:00Z"));
        job();
        assertThat(letters(priya)).containsExactly("desk-late");
    }
}
