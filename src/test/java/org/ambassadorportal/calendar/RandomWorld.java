package org.ambassadorportal.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.offering.OfferingId;
import org.jspecify.annotations.Nullable;

/** A few hosts, what takes their time, and a question, all from one seed; around days on which clocks change, and others. */
record RandomWorld(
        Demand demand, List<LocalDate> holidays, ZoneId zone, Instant now, List<HostTime> hosts, Span window) {

    private static final List<ZoneId> ZONES = List.of(
                    "America/Detroit",
                    "America/Los_Angeles",
                    "Europe/London",
                    "Asia/Kolkata",
                    "Asia/Kathmandu",
                    "Pacific/Chatham",
                    "Australia/Lord_Howe",
                    "Pacific/Apia",
                    "UTC")
            .stream()
            .map(ZoneId::of)
            .toList();

    /** Both clock changes of both sides of the ocean and of the south, a leap day, the turn of a year, a plain week. */
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2026, 3, 8),
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 3, 29),
            LocalDate.of(2026, 10, 25),
            LocalDate.of(2026, 4, 5),
            LocalDate.of(2026, 10, 4),
            LocalDate.of(2028, 2, 29),
            LocalDate.of(2026, 12, 31),
            LocalDate.of(2026, 6, 10));

    private static final OfferingId WANTED = new OfferingId(new UUID(7, 1));
    private static final OfferingId OTHER = new OfferingId(new UUID(7, 2));

    static RandomWorld of(long seed) {
        return new Maker(new Random(seed)).make();
    }

    private static final class Maker {

        private final Random random;
        private final LocalDate day;

        Maker(Random random) {
            this.random = random;
            day = pick(DAYS).plusDays(random.nextInt(3) - 1);
        }

        RandomWorld make() {
            var zone = pick(ZONES);
            var from = day.atStartOfDay(zone).toInstant();
            var hosts = some(1, 2, this::host);
            var demand = new Demand(
                    WANTED,
                    fives(1, 24),
                    fives(0, 6),
                    fives(0, 6),
                    Duration.ofHours(random.nextInt(30)),
                    1 + random.nextInt(4),
                    maybe(() -> 1 + random.nextInt(2)),
                    maybe(() -> 1 + random.nextInt(3)),
                    Duration.ofMinutes(pick(List.of(5, 15, 30))),
                    random.nextInt(4) == 0 ? Set.of(hosts.getFirst().host()) : Set.of());
            var holidays = random.nextInt(3) == 0 ? List.of(day.plusDays(random.nextInt(3))) : List.<LocalDate>of();
            var now = from.minus(fives(0, 300)).plus(fives(0, 120));
            return new RandomWorld(
                    demand, holidays, zone, now, hosts, Span.of(from, Duration.ofHours(12L + random.nextInt(48))));
        }

        private HostTime host() {
            var zone = pick(ZONES);
            return new HostTime(
                    new PersonId(new UUID(random.nextLong(), random.nextLong())),
                    zone,
                    maybe(() -> 1 + random.nextInt(4)),
                    some(1, 6, this::hours),
                    random.nextInt(4) == 0
                            ? List.of(new HostTime.Away(day.plusDays(1), day.plusDays(1L + random.nextInt(2))))
                            : List.of(),
                    some(0, 3, () -> span(fives(1, 30))),
                    some(0, 4, this::taken));
        }

        private Hours hours() {
            var opens = time();
            var closes = time();
            var offering = pick(List.of(WANTED, OTHER, WANTED, WANTED));
            var only = random.nextInt(3) == 0 ? offering : null;
            if (random.nextInt(4) == 0) return Hours.once(day.plusDays(random.nextInt(4) - 1L), opens, closes, only);
            var weekday = DayOfWeek.from(day.plusDays(random.nextInt(4) - 1L));
            var first = day.plusDays(random.nextInt(5) - 4L);
            var last = maybe(() -> day.plusDays(random.nextInt(4)));
            return new Hours(weekday, opens, closes, first, last, only);
        }

        private HostTime.Taken taken() {
            var length = fives(1, 24);
            var span = span(length);
            var whole = span.with(fives(0, 4), fives(0, 4));
            return new HostTime.Taken(
                    whole, span.from(), maybe(() -> pick(List.of(WANTED, OTHER))), random.nextInt(5) > 0);
        }

        private Span span(Duration length) {
            var begin = day.minusDays(1).atStartOfDay(ZoneId.of("UTC")).toInstant();
            return Span.of(begin.plus(fives(0, 4 * 288)), length);
        }

        private LocalTime time() {
            // Often where clocks change and at midnight.
            int minutes = random.nextInt(3) == 0 ? random.nextInt(0, 48) * 5 : random.nextInt(0, 288) * 5;
            return random.nextInt(8) == 0 ? LocalTime.MIDNIGHT : LocalTime.MIN.plusMinutes(minutes);
        }

        private Duration fives(int least, int most) {
            return Duration.ofMinutes(5L * random.nextInt(least, most + 1));
        }

        private <T> T pick(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }

        private <T> @Nullable T maybe(Supplier<T> what) {
            return random.nextBoolean() ? what.get() : null;
        }

        private <T> List<T> some(int least, int most, Supplier<T> what) {
            var made = new ArrayList<T>();
            int many = random.nextInt(least, most + 1);
            while (made.size() < many) made.add(what.get());
            return made;
        }
    }
}
