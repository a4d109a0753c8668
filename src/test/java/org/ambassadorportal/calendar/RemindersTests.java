package org.ambassadorportal.calendar;

import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.OptionalMail;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.offering.OfferingId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
@Import(TestHosts.class)
class RemindersTests {

    private static final ZoneId DETROIT = ZoneId.of("America/Detroit");
    private static final OfferingId ONESELF = new OfferingId(UUID.fromString("0193f000-0000-7000-8000-000000000001"));

    /** A Tuesday without a holiday, at which no other test has anything booked. */
    private static final LocalDate DAY = LocalDate.of(2029, 6, 12);

    @Autowired
    private Reminders reminders;

    @Autowired
    private TeamCalendar calendar;

    @Autowired
    private TestHosts hosts;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private PersonRow guest;
    private PersonRow ana;

    @BeforeEach
    void holdTheClock() {
        guest = people.staff();
        ana = hosts.host("Ana Host");
        clock.hold(at(DAY.minusDays(10), 12));
    }

    @AfterEach
    void letItRun() {
        clock.run();
    }

    @Test
    void remindsTheDayBeforeAndAnHourBeforeOnceEach() {
        var owner = book(at(DAY, 10));
        assertThat(round(owner)).isEmpty();
        clock.hold(at(DAY, 10).minus(Duration.ofHours(24)).minusSeconds(1));
        assertThat(round(owner)).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(round(owner)).containsExactly(OptionalMail.DAY_BEFORE);
        clock.pass(Duration.ofMinutes(1));
        assertThat(round(owner)).isEmpty();
        clock.hold(at(DAY, 9).minusSeconds(1));
        assertThat(round(owner)).isEmpty();
        clock.hold(at(DAY, 9));
        assertThat(round(owner)).containsExactly(OptionalMail.HOUR_BEFORE);
        assertThat(round(owner)).isEmpty();
        clock.hold(at(DAY, 11));
        assertThat(round(owner)).isEmpty();
    }

    @Test
    void whatIsCanceledIsNeverRemindedOf() {
        var owner = book(at(DAY, 10));
        clock.hold(at(DAY, 9));
        var found = due(owner);
        assertThat(found).hasSize(1);
        does(guest, () -> calendar.release(owner));
        assertThat(due(owner)).isEmpty();
        // Canceled after it was found, before it was said.
        assertThat(said(found)).isEmpty();
        assertThat(rows(owner)).isZero();
    }

    @Test
    void whatIsMovedIsRemindedOfAtItsNewTime() {
        var owner = book(at(DAY, 10));
        clock.hold(at(DAY.minusDays(1), 10));
        var found = due(owner);
        assertThat(round(owner)).containsExactly(OptionalMail.DAY_BEFORE);
        move(owner, at(DAY.plusDays(3), 10));
        assertThat(said(found)).isEmpty();
        clock.hold(at(DAY, 9));
        assertThat(round(owner)).isEmpty();
        clock.hold(at(DAY.plusDays(2), 10));
        assertThat(round(owner)).containsExactly(OptionalMail.DAY_BEFORE);
        clock.hold(at(DAY.plusDays(3), 9));
        assertThat(round(owner)).containsExactly(OptionalMail.HOUR_BEFORE);
    }

    @Test
    void whatIsBookedLaterThanItsReminderIsNotRemindedOf() {
        clock.hold(at(DAY.minusDays(1), 11));
        var owner = book(at(DAY, 10));
        assertThat(round(owner)).isEmpty();
        clock.hold(at(DAY, 9));
        assertThat(round(owner)).containsExactly(OptionalMail.HOUR_BEFORE);
    }

    @Test
    void handingOverRemindsNobodyTwice() {
        var owner = book(at(DAY, 10));
        clock.hold(at(DAY, 9));
        assertThat(round(owner)).containsExactly(OptionalMail.HOUR_BEFORE);
        var ben = hosts.host("Ben Host");
        does(guest, () -> calendar.handOver(demand(ben), at(DAY, 10), firmly(owner), ben.id()));
        assertThat(round(owner)).isEmpty();
    }

    @Test
    void afterAStandstillTheReminderThatIsStillOfUseIsSent() {
        var owner = book(at(DAY, 10));
        clock.hold(at(DAY, 9).minus(Duration.ofMinutes(30)));
        assertThat(round(owner)).containsExactly(OptionalMail.DAY_BEFORE);
        var other = book(at(DAY.plusDays(1), 14));
        clock.hold(at(DAY.plusDays(1), 13).plusSeconds(60));
        assertThat(round(other)).containsExactly(OptionalMail.HOUR_BEFORE);
    }

    @Test
    void holdsAndBlocksAreNotRemindedOf() {
        var owner = UUID.randomUUID();
        clock.hold(at(DAY.minusDays(3), 12));
        does(guest, () -> calendar.take(demand(ana), at(DAY, 10), Taking.hold(owner, "Choosing"), null));
        database.sql("update calendar_taken set expires_at = ? where owner_id = ?")
                .params(at(DAY, 12).atOffset(java.time.ZoneOffset.UTC), owner)
                .update();
        clock.hold(at(DAY, 9));
        assertThat(due(owner)).isEmpty();
    }

    @Test
    void ofManyNodesOneReminds() throws Exception {
        var owner = book(at(DAY, 10));
        clock.hold(at(DAY, 9));
        var found = due(owner);
        int nodes = 6;
        var together = new CyclicBarrier(nodes);
        var said = new ConcurrentLinkedQueue<ReminderDue>();
        Callable<Void> node = () -> {
            together.await();
            said.addAll(said(found));
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(nodes)) {
            var runs = new ArrayList<Callable<Void>>();
            for (int i = 0; i < nodes; i++) runs.add(node);
            for (var run : threads.invokeAll(runs)) run.get();
        }
        assertThat(said).hasSize(1);
    }

    @Test
    void aReminderThatCannotBeWrittenIsTriedAgain() {
        var owner = book(at(DAY, 10));
        clock.hold(at(DAY, 9));
        var found = due(owner).getFirst();
        transaction.executeWithoutResult(status -> {
            AsSystem.run(() -> reminders.remind(found));
            status.setRollbackOnly();
        });
        assertThat(rows(owner)).isZero();
        assertThat(round(owner)).containsExactly(OptionalMail.HOUR_BEFORE);
    }

    private UUID book(Instant starts) {
        var owner = UUID.randomUUID();
        move(owner, starts);
        return owner;
    }

    private void move(UUID owner, Instant starts) {
        does(guest, () -> calendar.take(demand(ana), starts, firmly(owner), null));
    }

    private static Taking firmly(UUID owner) {
        return Taking.firmly(owner, TakenKind.BOOKING, "Consultation", null);
    }

    private static Demand demand(PersonRow host) {
        return new Demand(
                ONESELF,
                Duration.ofMinutes(30),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                365,
                null,
                null,
                Duration.ofMinutes(30),
                Set.of(host.id()));
    }

    /** What a round reminds of, as far as it is ours. */
    private List<OptionalMail> round(UUID owner) {
        return said(due(owner)).stream().map(ReminderDue::which).toList();
    }

    private List<ReminderDue> due(UUID owner) {
        var found = new ArrayList<ReminderDue>();
        for (var which : OptionalMail.values()) {
            AsSystem.call(() -> reminders.due(which)).stream()
                    .filter(due -> due.owner().equals(owner))
                    .forEach(found::add);
        }
        return found;
    }

    /** Those of which a row was written by us. */
    private List<ReminderDue> said(List<ReminderDue> found) {
        return found.stream()
                .filter(due -> AsSystem.call(() -> reminders.remind(due)))
                .toList();
    }

    private long rows(UUID owner) {
        return database.sql("select count(*) from calendar_reminder where owner_id = ?")
                .param(owner)
                .query(Long.class)
                .single();
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(DETROIT).toInstant();
    }
}
