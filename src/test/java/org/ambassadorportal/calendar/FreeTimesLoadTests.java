package org.ambassadorportal.calendar;

import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.Statements;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.offering.OfferingId;
import org.ambassadorportal.organization.When;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures how long it takes to find the free times of a month among hosts with a year of bookings, and prints medians
 * of {@value #RUNS} runs: {@code mvn verify -Pload -Dtest=FreeTimesLoadTests}.
 */
@PortalTest
@Import(TestHosts.class)
@Tag("load")
class FreeTimesLoadTests {

    private static final int RUNS = 51;
    private static final int WARM = 200;
    private static final LocalDate MONTH = LocalDate.of(2027, 6, 1);
    private static final OfferingId ONESELF = new OfferingId(UUID.fromString("0193f000-0000-7000-8000-000000000001"));

    @Autowired
    private TeamCalendar calendar;

    @Autowired
    private HostTimes hostTimes;

    @Autowired
    private TestHosts hosts;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestClock clock;

    @Autowired
    private When when;

    @Autowired
    private JdbcClient database;

    @Test
    void findsTheFreeTimesOfAMonth() {
        var zone = when.zone();
        clock.hold(MONTH.atStartOfDay(zone).toInstant());
        try {
            var guest = people.staff();
            var all = new ArrayList<PersonId>();
            for (int number = 0; number < 20; number++) {
                var host = hosts.host("Host " + number);
                all.add(host.id());
                aYearOfBookings(host);
            }
            System.out.println("hosts | free times | statements | in the JVM, ms | with the database, ms");
            var statements = new ArrayList<Integer>();
            for (int many : new int[] {1, 5, 20})
                statements.add(measure(guest, Set.copyOf(all.subList(0, many)), zone));
            assertThat(statements.stream().distinct()).hasSize(1);
        } finally {
            clock.run();
        }
    }

    private int measure(PersonRow guest, Set<PersonId> who, ZoneId zone) {
        var demand = demand(who);
        var window = new Span(
                MONTH.atStartOfDay(zone).toInstant(),
                MONTH.plusMonths(1).atStartOfDay(zone).toInstant());
        var now = clock.instant();
        var times = hostTimes.around(window, who, null, now);
        Supplier<List<FreeTime>> inTheJvm = () -> new FreeTimes(demand, List.of(), zone, now).of(times, window);
        Supplier<List<FreeTime>> whole = () -> does(
                guest, () -> calendar.free(demand, MONTH, MONTH.plusMonths(1).minusDays(1), zone, null));
        for (int run = 0; run < WARM; run++) {
            inTheJvm.get();
            whole.get();
        }
        int statements = Statements.of(whole::get).size();
        System.out.printf(
                "%5d | %10d | %10d | %14.2f | %21.2f%n",
                who.size(), inTheJvm.get().size(), statements, median(inTheJvm), median(whole));
        assertThat(whole.get()).isEqualTo(inTheJvm.get());
        return statements;
    }

    private static double median(Supplier<?> work) {
        var took = new ArrayList<Long>();
        for (int run = 0; run < RUNS; run++) {
            long begun = System.nanoTime();
            work.get();
            took.add(System.nanoTime() - begun);
        }
        return took.stream().sorted().toList().get(RUNS / 2) / 1e6;
    }

    /** Three a day, every day, half a year back and half a year ahead. */
    private void aYearOfBookings(PersonRow host) {
        database.sql("""
                        insert into calendar_taken (id, host_id, kind, owner_id, during, starts_at, ends_at, offering_id,
                            title, given_at)
                        select gen_random_uuid(), :host, 'BOOKING', gen_random_uuid(),
                            tstzrange(at, at + interval '55 minutes'), at, at + interval '45 minutes', :offering,
                            'A booking', at - interval '10 days'
                        from generate_series(:first::timestamptz, :last::timestamptz, interval '1 day') day,
                            lateral (values (day + interval '13 hours 30 minutes'), (day + interval '16 hours'),
                                (day + interval '19 hours')) t(at)""")
                .param("host", host.id().value())
                .param("offering", ONESELF.value())
                .param("first", MONTH.minusMonths(6).atStartOfDay().toString() + "Z")
                .param("last", MONTH.plusMonths(6).atStartOfDay().toString() + "Z")
                .update();
    }

    private static Demand demand(Set<PersonId> who) {
        return new Demand(
                ONESELF,
                Duration.ofMinutes(30),
                Duration.ZERO,
                Duration.ofMinutes(10),
                Duration.ofHours(24),
                60,
                4,
                25,
                Duration.ofMinutes(30),
                who);
    }
}
