package org.ambassadorportal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoYearTests {

    private static final ZoneId ZONE = ZoneId.of("America/Detroit");
    private static final Instant WEDNESDAY = Instant.parse("2026-10-14T15:30:00Z");

    private final DemoYear year = new DemoYear(WEDNESDAY, ZONE);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 30, 339})
    void peopleAskInBusinessHours(int daysAgo) {
        var at = year.on(daysAgo, "any").atZone(ZONE);
        assertThat(at.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(at.toLocalTime()).isBetween(LocalTime.of(8, 0), LocalTime.of(17, 0));
    }

    @Test
    void nothingHappensAfterNow() {
        assertThat(year.on(0, "any")).isBefore(WEDNESDAY);
        assertThat(year.later(year.on(1, "any"), 400)).isBefore(WEDNESDAY);
    }

    @Test
    void movedIntoBusinessHoursTimesKeepTheirOrder() {
        var chance = new Random(7);
        for (int tried = 0; tried < 2000; tried++) {
            var from = year.on(200 + chance.nextInt(100), "seed" + tried);
            double first = chance.nextDouble(200);
            double second = first + chance.nextDouble(60);
            assertThat(year.later(from, second)).isAfterOrEqualTo(year.later(from, first));
            assertThat(year.later(from, first).atZone(ZONE).toLocalTime())
                    .isBetween(LocalTime.of(7, 0), LocalTime.of(17, 0));
        }
    }

    @Test
    void playsWhatWasPlannedInItsOrderWithTheClockHeld() {
        var clock = new MovableClock(null);
        var played = new ArrayList<Instant>();
        var times = List.of(year.on(3, "c"), year.on(200, "a"), year.on(90, "b"));
        times.forEach(time -> year.at(time, () -> played.add(clock.instant())));
        year.play(clock, done -> {});
        assertThat(played).containsExactly(times.get(1), times.get(2), times.get(0));
    }
}
