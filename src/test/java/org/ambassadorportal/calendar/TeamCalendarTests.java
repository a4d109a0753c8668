package org.ambassadorportal.calendar;

import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.Statements;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.offering.OfferingId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
@Import(TestHosts.class)
class TeamCalendarTests {

    private static final ZoneId DETROIT = ZoneId.of("America/Detroit");
    private static final OfferingId ONESELF = new OfferingId(UUID.fromString("0193f000-0000-7000-8000-000000000001"));

    /** A Tuesday without a holiday. */
    private static final LocalDate DAY = LocalDate.of(2027, 6, 8);

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

    private PersonRow guest;

    @BeforeEach
    void holdTheClock() {
        guest = people.staff();
        clock.hold(at(DAY.minusDays(10), 12, 0));
    }

    @AfterEach
    void letItRun() {
        clock.run();
    }

    @Test
    void takesATimeOnceAndItIsFreeAgainWhenGivenBack() {
        var ana = hosts.host("Ana Host");
        var owner = UUID.randomUUID();

        var given = take(ana, at(DAY, 10, 0), firmly(owner), null);

        assertThat(given.host()).isEqualTo(ana.id());
        assertThat(isFree(ana, at(DAY, 10, 0))).isFalse();
        assertThatThrownBy(() -> take(ana, at(DAY, 10, 0), firmly(UUID.randomUUID()), null))
                .isInstanceOf(TimeTaken.class);
        does(guest, () -> calendar.release(owner));
        assertThat(isFree(ana, at(DAY, 10, 0))).isTrue();
    }

    @Test
    void movesWhatItsOwnerHasEvenIfOnlyByHalfItsLength() {
        var ana = hosts.host("Ana Host");
        var owner = UUID.randomUUID();
        take(ana, at(DAY, 10, 0), firmly(owner), null);

        take(ana, at(DAY, 10, 30), firmly(owner), null);

        assertThat(isFree(ana, at(DAY, 9, 30))).isTrue();
        assertThat(isFree(ana, at(DAY, 10, 0))).isFalse();
        assertThat(rowsOf(owner)).isOne();
    }

    @Test
    void aHoldEndsByItselfAndCanBeExtendedUntilThen() {
        var ana = hosts.host("Ana Host");
        var owner = UUID.randomUUID();
        take(ana, at(DAY, 10, 0), Taking.hold(owner, "Somebody is choosing"), null);
        assertThat(isFree(ana, at(DAY, 10, 0))).isFalse();

        clock.pass(Duration.ofMinutes(4));
        assertThat(does(guest, () -> calendar.extend(owner)))
                .contains(clock.instant().plus(Taking.HOLD));
        clock.pass(Taking.HOLD);

        assertThat(isFree(ana, at(DAY, 10, 0))).isTrue();
        assertThat(does(guest, () -> calendar.extend(owner))).isEmpty();
        take(ana, at(DAY, 10, 0), firmly(UUID.randomUUID()), null);
        assertThat(rowsOf(owner)).isZero();
    }

    @Test
    void aHoldBecomesABookingOfTheSameHost() {
        var ana = hosts.host("Ana Host");
        var ben = hosts.host("Ben Host");
        var both = demand(Set.of(ana.id(), ben.id()));
        var owner = UUID.randomUUID();
        var held = does(guest, () -> calendar.take(both, at(DAY, 10, 0), Taking.hold(owner, "Choosing"), null));

        var booked = does(guest, () -> calendar.take(both, at(DAY, 10, 0), firmly(owner), held.host()));

        assertThat(booked.host()).isEqualTo(held.host());
        assertThat(rowsOf(owner)).isOne();
    }

    @Test
    void sharesFairly() {
        var ana = hosts.host("Ana Host");
        var ben = hosts.host("Ben Host");
        var both = demand(Set.of(ana.id(), ben.id()));

        var first = does(guest, () -> calendar.take(both, at(DAY, 9, 0), firmly(UUID.randomUUID()), null));
        clock.pass(Duration.ofMinutes(1));
        var second = does(guest, () -> calendar.take(both, at(DAY, 12, 0), firmly(UUID.randomUUID()), null));

        assertThat(Set.of(first.host(), second.host())).isEqualTo(Set.of(ana.id(), ben.id()));
        assertThat(second.reason()).isEqualTo(FairShare.Reason.FEWEST);
    }

    @Test
    void ofFiftyAtOnceExactlyOneHasTheTime() throws Exception {
        var ana = hosts.host("Ana Host");
        Callable<Boolean> attempt = () -> {
            try {
                take(ana, at(DAY, 14, 0), firmly(UUID.randomUUID()), null);
                return true;
            } catch (TimeTaken late) {
                return false;
            }
        };
        try (var threads = Executors.newFixedThreadPool(12)) {
            var attempts = threads.invokeAll(
                    IntStream.range(0, 50).mapToObj(any -> attempt).toList());
            int winners = 0;
            for (var each : attempts) if (each.get()) winners++;
            assertThat(winners).isOne();
        }
    }

    @Test
    void theMostOfADayHoldsUnderARace() throws Exception {
        var ana = hosts.host("Ana Host");
        var demand = demand(Set.of(ana.id()), 2);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var attempts = threads.invokeAll(IntStream.range(9, 17)
                    .mapToObj(hour -> (Callable<Boolean>) () -> {
                        try {
                            does(guest, () -> calendar.take(demand, at(DAY, hour, 0), firmly(UUID.randomUUID()), null));
                            return true;
                        } catch (TimeTaken full) {
                            return false;
                        }
                    })
                    .toList());
            int winners = 0;
            for (var each : attempts) if (each.get()) winners++;
            assertThat(winners).isEqualTo(2);
        }
    }

    @Test
    void theTeamTakesATimeAnywayButNeverAcrossAnother() {
        var ana = hosts.host("Ana Host");
        var early = at(DAY, 7, 10);
        assertThatThrownBy(() -> take(ana, early, firmly(UUID.randomUUID()), null))
                .isInstanceOf(TimeTaken.class);

        does(guest, () -> calendar.takeAnyway(demand(Set.of(ana.id())), early, firmly(UUID.randomUUID()), ana.id()));

        assertThatThrownBy(() -> does(
                        guest,
                        () -> calendar.takeAnyway(
                                demand(Set.of(ana.id())), early.plusSeconds(600), firmly(UUID.randomUUID()), ana.id())))
                .isInstanceOf(TimeTaken.class);
    }

    @Test
    void whoeverIsAwayIsNotFree() {
        var ana = hosts.host("Ana Host");
        database.sql("insert into person_away (id, person_id, first_day, last_day, version) values (?, ?, ?, ?, 0)")
                .params(UUID.randomUUID(), ana.id().value(), DAY, DAY)
                .update();

        assertThat(isFree(ana, at(DAY, 10, 0))).isFalse();
        assertThat(isFree(ana, at(DAY.plusDays(1), 10, 0))).isTrue();
    }

    @Test
    void asksTheDatabaseNoMoreForManyHostsThanForOne() {
        var one = Set.of(hosts.host("Ana Host").id());
        var many = Set.copyOf(IntStream.range(0, 10)
                .mapToObj(number -> hosts.host("Host " + number).id())
                .toList());

        assertThat(statementsFor(many)).isEqualTo(statementsFor(one)).isLessThanOrEqualTo(3);
    }

    @Test
    void answersSeveralQuestionsAboutTheTeamsTimeFromOneStatement() {
        var ana = hosts.host("Ana Host");
        var ben = hosts.host("Ben Host");
        var both = demand(Set.of(ana.id(), ben.id())).byTheTeam();
        take(ana, at(DAY, 10, 0), firmly(UUID.randomUUID()), null);
        var window = new Span(at(DAY, 0, 0), at(DAY.plusDays(2), 0, 0));
        var seen = new TeamTimes[1];
        does(guest, () -> calendar.look(window, null));

        var statements = Statements.of(() -> seen[0] = does(guest, () -> calendar.look(window, null)));

        assertThat(statements).hasSize(1);
        assertThat(seen[0].free(both, at(DAY, 10, 10))).containsExactly(ben.id());
        assertThat(seen[0].fairest(both, at(DAY, 12, 0))).get().satisfies(given -> {
            assertThat(given.host()).isEqualTo(ben.id());
            assertThat(given.reason()).isEqualTo(FairShare.Reason.FEWEST);
        });
        assertThat(seen[0].fairest(both, at(DAY, 20, 0))).isEmpty();
        assertThat(seen[0].name(ana.id())).isEqualTo("Ana Host");
        assertThat(seen[0].video(ana.id())).startsWith("https://video.test/");
        assertThat(seen[0].free(both.every(Duration.ofHours(1)), window))
                .extracting(FreeTime::starts)
                .contains(at(DAY, 9, 0), at(DAY.plusDays(1), 16, 0))
                .doesNotContain(at(DAY, 9, 30));
    }

    private int statementsFor(Set<PersonId> who) {
        free(who);
        return Statements.of(() -> free(who)).size();
    }

    private void free(Set<PersonId> who) {
        does(guest, () -> calendar.free(demand(who), DAY, DAY.plusDays(30), DETROIT, null));
    }

    private Given take(PersonRow host, Instant starts, Taking taking, @Nullable PersonId wished) {
        return does(guest, () -> calendar.take(demand(Set.of(host.id())), starts, taking, wished));
    }

    private boolean isFree(PersonRow host, Instant starts) {
        return does(guest, () -> calendar.free(demand(Set.of(host.id())), DAY, DAY.plusDays(1), DETROIT, null)).stream()
                .anyMatch(time -> time.starts().equals(starts));
    }

    private static Taking firmly(UUID owner) {
        return Taking.firmly(owner, TakenKind.BOOKING, "A booking", null);
    }

    private static Demand demand(Set<PersonId> who) {
        return demand(who, null);
    }

    private static Demand demand(Set<PersonId> who, @Nullable Integer perDay) {
        return new Demand(
                ONESELF,
                Duration.ofHours(1),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                60,
                perDay,
                null,
                Duration.ofMinutes(30),
                who);
    }

    private int rowsOf(UUID owner) {
        return database.sql("select count(*) from calendar_taken where owner_id = ?")
                .param(owner)
                .query(Integer.class)
                .single();
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(DETROIT).toInstant();
    }
}
