package org.ambassadorportal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;
import org.ambassadorportal.offering.OfferingId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverlappingHoursTests {

    /** A Monday. */
    private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);

    @Test
    void hoursThatTouchDoNotOverlap() {
        assertThat(overlap(weekly(DayOfWeek.MONDAY, 9, 12), weekly(DayOfWeek.MONDAY, 12, 17)))
                .isFalse();
        assertThat(overlap(weekly(DayOfWeek.MONDAY, 9, 12), weekly(DayOfWeek.MONDAY, 11, 17)))
                .isTrue();
        assertThat(overlap(weekly(DayOfWeek.MONDAY, 9, 12), weekly(DayOfWeek.TUESDAY, 9, 12)))
                .isFalse();
    }

    @Test
    void hoursOverMidnightReachTheNextDay() {
        assertThat(overlap(weekly(DayOfWeek.SUNDAY, 22, 2), weekly(DayOfWeek.MONDAY, 1, 3)))
                .isTrue();
        assertThat(overlap(weekly(DayOfWeek.SUNDAY, 22, 2), weekly(DayOfWeek.MONDAY, 2, 3)))
                .isFalse();
        assertThat(overlap(weekly(DayOfWeek.SUNDAY, 0, 0), weekly(DayOfWeek.SUNDAY, 23, 1)))
                .isTrue();
    }

    @Test
    void hoursOfDifferentWeeksDoNotOverlap() {
        var until = new Hours(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.NOON, FIRST, FIRST.plusDays(6), null);
        var from = new Hours(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.NOON, FIRST.plusDays(7), null, null);
        assertThat(overlap(until, from)).isFalse();
        assertThat(overlap(until, Hours.once(FIRST, LocalTime.of(10, 0), LocalTime.of(11, 0), null)))
                .isTrue();
        assertThat(overlap(until, Hours.once(FIRST.plusDays(7), LocalTime.of(10, 0), LocalTime.of(11, 0), null)))
                .isFalse();
    }

    @Test
    void hoursForDifferentThingsMayLieAtTheSameTime() {
        var one = OfferingId.next();
        var other = OfferingId.next();
        assertThat(overlap(hoursFor(one), hoursFor(other))).isFalse();
        assertThat(overlap(hoursFor(one), hoursFor(one))).isTrue();
        assertThat(overlap(hoursFor(one), hoursFor(null))).isTrue();
    }

    /** Against looking at every quarter of an hour of six weeks. */
    @Test
    void agreesWithLookingAtEveryQuarterOfAnHour() {
        var chance = new Random(20270301);
        for (int round = 0; round < 5_000; round++) {
            var one = any(chance);
            var other = any(chance);
            assertThat(overlap(one, other)).as("%s and %s", one, other).isEqualTo(slowly(one, other));
        }
    }

    private static boolean slowly(Hours one, Hours other) {
        for (var date = FIRST.minusDays(2); date.isBefore(FIRST.plusDays(45)); date = date.plusDays(1))
            for (int quarter = 0; quarter < 96; quarter++)
                if (there(one, date, quarter) && there(other, date, quarter)) return true;
        return false;
    }

    private static boolean there(Hours hours, LocalDate date, int quarter) {
        var time = LocalTime.MIDNIGHT.plusMinutes(15L * quarter);
        boolean over = !hours.closes().isAfter(hours.opens());
        boolean today = hours.beginOn(date) && !time.isBefore(hours.opens()) && (over || time.isBefore(hours.closes()));
        boolean sinceYesterday = over && hours.beginOn(date.minusDays(1)) && time.isBefore(hours.closes());
        return today || sinceYesterday;
    }

    private static Hours any(Random chance) {
        var opens = LocalTime.of(chance.nextInt(24), 15 * chance.nextInt(4));
        var closes = LocalTime.of(chance.nextInt(24), 15 * chance.nextInt(4));
        var first = FIRST.plusDays(chance.nextInt(20));
        if (chance.nextInt(4) == 0) return Hours.once(first, opens, closes, null);
        var last = chance.nextBoolean() ? null : first.plusDays(chance.nextInt(20));
        return new Hours(DayOfWeek.of(1 + chance.nextInt(7)), opens, closes, first, last, null);
    }

    private static boolean overlap(Hours one, Hours other) {
        boolean found = OverlappingHours.overlap(one, other);
        assertThat(OverlappingHours.overlap(other, one)).isEqualTo(found);
        return found;
    }

    private static Hours weekly(DayOfWeek day, int opens, int closes) {
        return new Hours(day, LocalTime.of(opens, 0), LocalTime.of(closes, 0), FIRST, null, null);
    }

    private static Hours hoursFor(@Nullable OfferingId offering) {
        return new Hours(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.NOON, FIRST, null, offering);
    }
}
