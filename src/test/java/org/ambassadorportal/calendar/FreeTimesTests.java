package org.ambassadorportal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.offering.OfferingId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FreeTimesTests {

    private static final ZoneId DETROIT = ZoneId.of("America/Detroit");
    private static final OfferingId TALK = new OfferingId(new UUID(1, 1));
    private static final PersonId ANA = new PersonId(new UUID(2, 1));

    /** A Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 8);

    @Test
    void countsAsTheSlowAndPlainCountDoesInTenThousandWorlds() {
        var summary = LongStream.range(0, 10_000)
                .parallel()
                .map(seed -> {
                    var world = RandomWorld.of(seed);
                    var quick = new FreeTimes(world.demand(), world.holidays(), world.zone(), world.now())
                            .of(world.hosts(), world.window());
                    var slow = new SlowFreeTimes(world.demand(), world.holidays(), world.zone(), world.now())
                            .of(world.hosts(), world.window());
                    assertThat(quick).as("world of seed %d: %s", seed, world).isEqualTo(slow);
                    return quick.size();
                })
                .summaryStatistics();

        assertThat(summary.getCount()).isEqualTo(10_000);
        // Worlds without any free time would prove nothing.
        assertThat(summary.getAverage()).isGreaterThan(5);
    }

    @Test
    void addsUpTheBuffersOfTwoBookings() {
        var booked = taken(at(MONDAY, 10, 0), Duration.ofMinutes(30), Duration.ofMinutes(10));
        var host = host(nineToFive(), List.of(), List.of(booked));

        var starts = startsOf(demand(Duration.ofMinutes(30), Duration.ofMinutes(20), Duration.ZERO, null), host);

        assertThat(starts).contains(at(MONDAY, 9, 0)).doesNotContain(at(MONDAY, 9, 30), at(MONDAY, 10, 30));
        assertThat(starts).contains(at(MONDAY, 11, 0));
    }

    @Test
    void leavesOutTheHourThatDoesNotExist() {
        var spring = LocalDate.of(2026, 3, 8);
        var host =
                host(List.of(Hours.once(spring, LocalTime.of(1, 0), LocalTime.of(4, 0), null)), List.of(), List.of());

        var starts = startsOf(demand(Duration.ofHours(1), Duration.ZERO, Duration.ZERO, null), host);

        assertThat(starts).containsExactly(at(spring, 1, 0), at(spring, 1, 30), at(spring, 3, 0));
    }

    @Test
    void isThereTwiceInTheHourThatComesTwice() {
        var autumn = LocalDate.of(2026, 11, 1);
        var host =
                host(List.of(Hours.once(autumn, LocalTime.of(1, 0), LocalTime.of(2, 0), null)), List.of(), List.of());

        var starts = startsOf(demand(Duration.ofHours(1), Duration.ZERO, Duration.ZERO, null), host);

        assertThat(starts).hasSize(3);
        assertThat(Duration.between(starts.getFirst(), starts.getLast())).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void takesNoMoreThanTheMostOfADay() {
        var booked = taken(at(MONDAY, 10, 0), Duration.ofMinutes(30), Duration.ZERO);
        var host = host(nineToFive(), List.of(), List.of(booked));

        assertThat(startsOf(demand(Duration.ofMinutes(30), Duration.ZERO, Duration.ZERO, 1), host))
                .isEmpty();
        assertThat(startsOf(demand(Duration.ofMinutes(30), Duration.ZERO, Duration.ZERO, 2), host))
                .isNotEmpty();
    }

    @Test
    void countsAMonthOfTwentyHostsQuickly() {
        var hosts = new ArrayList<HostTime>();
        for (int host = 0; host < 20; host++) {
            var booked = new ArrayList<HostTime.Taken>();
            for (int day = 0; day < 40; day++)
                booked.add(taken(at(MONDAY.plusDays(day), 9 + host % 6, 0), Duration.ofMinutes(60), Duration.ZERO));
            hosts.add(host(weekdays(), List.of(), booked));
        }
        var demand = demand(Duration.ofMinutes(30), Duration.ofMinutes(10), Duration.ofMinutes(10), 3);
        var window = Span.of(at(MONDAY, 0, 0), Duration.ofDays(31));
        for (int warm = 0; warm < 20; warm++) free(demand).of(hosts, window);

        long begun = System.nanoTime();
        var found = free(demand).of(hosts, window);
        var took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(found).isNotEmpty();
        // The load program prints the real figure; this only catches a mistake of another order.
        assertThat(took).isLessThan(Duration.ofMillis(500));
    }

    private static List<Instant> startsOf(Demand demand, HostTime host) {
        var first = host.hours().getFirst().first();
        var window = Span.of(first.atStartOfDay(DETROIT).toInstant(), Duration.ofHours(24));
        return free(demand).of(List.of(host), window).stream()
                .map(FreeTime::starts)
                .toList();
    }

    private static FreeTimes free(Demand demand) {
        return new FreeTimes(demand, List.of(), DETROIT, at(LocalDate.of(2026, 3, 1), 0, 0));
    }

    private static Demand demand(Duration length, Duration before, Duration after, @Nullable Integer perDay) {
        return new Demand(
                TALK, length, before, after, Duration.ZERO, 400, perDay, null, Duration.ofMinutes(30), Set.of());
    }

    private static List<Hours> nineToFive() {
        return List.of(Hours.once(MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0), null));
    }

    private static List<Hours> weekdays() {
        return List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)
                .stream()
                .map(day -> new Hours(day, LocalTime.of(9, 0), LocalTime.of(17, 0), MONDAY, null, null))
                .toList();
    }

    private static HostTime host(List<Hours> hours, List<Span> busy, List<HostTime.Taken> taken) {
        return new HostTime(ANA, DETROIT, null, hours, List.of(), busy, taken);
    }

    private static HostTime.Taken taken(Instant starts, Duration length, Duration around) {
        return new HostTime.Taken(Span.of(starts, length).with(around, around), starts, TALK, true);
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(DETROIT).toInstant();
    }
}
