package org.ambassadorportal.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusinessHoursTests {

    private static final ZoneId DETROIT = ZoneId.of("America/Detroit");
    private static final BusinessHours OFFICE = new BusinessHours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(8, 0),
            LocalTime.of(17, 0),
            List.of(new BusinessHours.Holiday(LocalDate.of(2026, 11, 26), "Thanksgiving")));

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(DETROIT).toInstant();
    }

    @Test
    void countsOnlyTheTimeInWhichSomebodyIsThere() {
        assertThat(OFFICE.between(at("2026-11-20T16:00"), at("2026-11-23T09:30"), DETROIT))
                .isEqualTo(Duration.ofMinutes(150));
        assertThat(OFFICE.between(at("2026-11-21T10:00"), at("2026-11-22T10:00"), DETROIT))
                .isZero();
        assertThat(OFFICE.between(at("2026-11-23T12:00"), at("2026-11-23T10:00"), DETROIT))
                .isZero();
    }

    @Test
    void leavesHolidaysOut() {
        assertThat(OFFICE.isWorkday(LocalDate.of(2026, 11, 26))).isFalse();
        assertThat(OFFICE.between(at("2026-11-25T17:00"), at("2026-11-27T08:00"), DETROIT))
                .isZero();
        assertThat(OFFICE.after(at("2026-11-25T16:00"), Duration.ofHours(2), DETROIT))
                .isEqualTo(at("2026-11-27T09:00"));
    }

    @Test
    void findsWhenSoMuchTimeHasPassed() {
        assertThat(OFFICE.after(at("2026-11-20T16:00"), Duration.ofHours(4), DETROIT))
                .isEqualTo(at("2026-11-23T11:00"));
        assertThat(OFFICE.after(at("2026-11-21T03:00"), Duration.ofHours(9), DETROIT))
                .isEqualTo(at("2026-11-23T17:00"));
        assertThat(OFFICE.after(at("2026-11-20T12:00"), Duration.ZERO, DETROIT)).isEqualTo(at("2026-11-20T12:00"));
    }

    @Test
    void keepsItsWordWhenTheClocksChange() {
        var always =
                new BusinessHours(EnumSet.allOf(DayOfWeek.class), LocalTime.of(1, 0), LocalTime.of(4, 0), List.of());
        // On Mar 8, 2026 the hour from 2 to 3 does not exist; on Nov 1, 2026 the hour from 1 to 2 comes twice.
        assertThat(always.between(at("2026-03-08T00:00"), at("2026-03-09T00:00"), DETROIT))
                .isEqualTo(Duration.ofHours(2));
        assertThat(always.between(at("2026-11-01T00:00"), at("2026-11-02T00:00"), DETROIT))
                .isEqualTo(Duration.ofHours(4));
    }

    @Test
    void bothWaysOfCountingAgree() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var from = at("2026-01-01T00:00").plusSeconds(random.nextInt(400 * 24 * 3600));
            var work = Duration.ofMinutes(1 + random.nextInt(6_000));
            assertThat(OFFICE.between(from, OFFICE.after(from, work, DETROIT), DETROIT))
                    .isEqualTo(work);
        }
    }

    @Test
    void endsAlsoWhereEveryDayIsAHoliday() {
        var days = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2030, 1, 1))
                .map(day -> new BusinessHours.Holiday(day, "x"))
                .toList();
        var never = new BusinessHours(Set.of(DayOfWeek.MONDAY), LocalTime.of(8, 0), LocalTime.of(9, 0), days);
        assertThat(never.after(at("2026-06-01T00:00"), Duration.ofHours(1), DETROIT))
                .isEqualTo(at("2026-06-01T01:00"));
    }

    @Test
    void refusesHoursThatAreNone() {
        assertThatThrownBy(() -> new BusinessHours(Set.of(), LocalTime.of(8, 0), LocalTime.of(9, 0), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BusinessHours(Set.of(DayOfWeek.MONDAY), LocalTime.NOON, LocalTime.NOON, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
