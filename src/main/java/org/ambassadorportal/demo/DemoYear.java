package org.ambassadorportal.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * The year before today, in which the demo happens: who does what at which hour. The rooms plan their part of it in any
 * order; then it is played from its beginning to now, with the portal's clock held at each hour.
 */
final class DemoYear {

    private static final int MOST_DAYS = 360;
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);
    /** What falls outside business hours happens in this hour before the next ones begin, in its order. */
    private static final Duration EARLY = Duration.ofMinutes(50);

    private record Deed(Instant at, int order, Runnable work) {}

    private final PriorityQueue<Deed> deeds =
            new PriorityQueue<>(Comparator.comparing(Deed::at).thenComparingInt(Deed::order));
    private final Map<String, String> references = new HashMap<>();
    private final ZonedDateTime now;
    private int planned;

    DemoYear(Instant now, ZoneId zone) {
        this.now = now.atZone(zone);
    }

    ZoneId zone() {
        return now.getZone();
    }

    LocalDate today() {
        return now.toLocalDate();
    }

    /** The first morning. */
    Instant beginning() {
        return workday(MOST_DAYS).atTime(OPENS).atZone(now.getZone()).toInstant();
    }

    /** So many days ago, or the last working day before, at an hour that depends on the seed alone. */
    Instant on(int daysAgo, String seed) {
        var at = OPENS.plusMinutes(new Random(seed.hashCode()).nextInt(30, 8 * 60));
        return before(workday(daysAgo).atTime(at).atZone(now.getZone()));
    }

    /** So many days ago, or the last working day before. */
    LocalDate workday(int daysAgo) {
        var day = today().minusDays(daysAgo);
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.minusDays(2);
            default -> day;
        };
    }

    /** This day, or the first working day after it. */
    static LocalDate onWorkday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            default -> day;
        };
    }

    /** Whether this lies so far back that what comes after it can have happened by now. */
    boolean isOver(Instant at) {
        return at.isBefore(now.minusHours(4).toInstant());
    }

    LocalDate day(Instant at) {
        return at.atZone(now.getZone()).toLocalDate();
    }

    /** So many hours later, moved on into business hours; never after now, and two times keep their order. */
    Instant later(Instant from, double hours) {
        var at = from.plusSeconds(Math.round(hours * 3600)).atZone(now.getZone());
        var opening = opening(at);
        if (!opening.isAfter(at)) return before(at);
        var gap = Duration.between(closing(opening), opening);
        var into = Duration.between(closing(opening), at);
        var part = (double) into.toSeconds() / gap.toSeconds();
        return before(opening.minus(EARLY).plusSeconds(Math.round(part * EARLY.toSeconds())));
    }

    /** The opening that this time belongs to: of its own day while open, of the next working day otherwise. */
    private static ZonedDateTime opening(ZonedDateTime at) {
        var day = at.toLocalTime().isBefore(CLOSES)
                ? at.toLocalDate()
                : at.toLocalDate().plusDays(1);
        return onWorkday(day).atTime(OPENS).atZone(at.getZone());
    }

    /** When the hours before this opening ended. */
    private static ZonedDateTime closing(ZonedDateTime opening) {
        var day = opening.toLocalDate().minusDays(1);
        while (!onWorkday(day).equals(day)) day = day.minusDays(1);
        return day.atTime(CLOSES).atZone(opening.getZone());
    }

    private Instant before(ZonedDateTime at) {
        var latest = now.minusMinutes(10);
        return (at.isAfter(latest) ? latest : at).toInstant();
    }

    /** Plans something for a time. */
    void at(Instant time, Runnable work) {
        deeds.add(new Deed(time, planned++, work));
    }

    /** Remembers the reference that an item was given, under the name it has in the tables. */
    void remember(String key, String reference) {
        references.put(key, reference);
    }

    String reference(String key) {
        return Objects.requireNonNull(references.get(key), () -> "nothing was asked as " + key);
    }

    int planned() {
        return planned;
    }

    /**
     * Plays it.
     *
     * @param done told after each deed how many there were
     */
    void play(MovableClock clock, IntConsumer done) {
        for (int played = 1; !deeds.isEmpty(); played++) {
            var deed = deeds.remove();
            clock.hold(deed.at());
            deed.work().run();
            done.accept(played);
        }
    }
}
