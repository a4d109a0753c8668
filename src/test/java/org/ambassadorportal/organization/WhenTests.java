package org.ambassadorportal.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PortalTest
class WhenTests {

    @Autowired
    When when;

    @Autowired
    TestClock clock;

    @BeforeEach
    void hold() {
        clock.hold(at("2026-10-15T16:20"));
    }

    @AfterEach
    void time() {
        clock.run();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("America/Detroit")).toInstant();
    }

    @Test
    void writesDatesAndTimesAsAmericansDo() {
        assertThat(when.day(at("2026-10-15T16:20"))).isEqualTo("Oct 15, 2026");
        assertThat(when.day(LocalDate.of(2026, 1, 2))).isEqualTo("Jan 2, 2026");
        assertThat(when.dayTime(at("2026-10-15T16:20"))).isEqualTo("Oct 15, 2026, 4:20 pm");
        assertThat(when.time(LocalTime.of(0, 5))).isEqualTo("12:05 am");
        assertThat(when.time(LocalTime.NOON)).isEqualTo("12:00 pm");
        assertThat(when.longDay(LocalDate.of(2026, 10, 15))).isEqualTo("Thursday, October 15, 2026");
        assertThat(when.month(LocalDate.of(2026, 10, 15))).isEqualTo("October 2026");
    }

    @Test
    void usesTheZoneOfTheOrganization() {
        assertThat(when.day(Instant.parse("2026-10-16T03:00:00Z"))).isEqualTo("Oct 15, 2026");
        assertThat(when.today()).isEqualTo(LocalDate.of(2026, 10, 15));
        assertThat(when.iso(at("2026-10-15T16:20"))).isEqualTo("2026-10-15T20:20Z");
    }

    @Test
    void saysHowLongAgo() {
        var now = at("2026-10-15T16:20");
        assertThat(when.ago(now)).isEqualTo("just now");
        assertThat(when.ago(now.minus(Duration.ofMinutes(1)))).isEqualTo("1 minute ago");
        assertThat(when.ago(now.minus(Duration.ofMinutes(59)))).isEqualTo("59 minutes ago");
        assertThat(when.ago(now.minus(Duration.ofHours(2)))).isEqualTo("2 hours ago");
        assertThat(when.ago(at("2026-10-14T09:00"))).isEqualTo("yesterday");
        assertThat(when.ago(at("2026-10-12T09:00"))).isEqualTo("3 days ago");
        assertThat(when.ago(at("2026-08-12T09:00"))).isEqualTo("Aug 12, 2026");
    }

    @Test
    void saysHowLongAhead() {
        var now = at("2026-10-15T16:20");
        assertThat(when.ago(now.plus(Duration.ofSeconds(5)))).isEqualTo("in a moment");
        assertThat(when.ago(now.plus(Duration.ofMinutes(40)))).isEqualTo("in 40 minutes");
        assertThat(when.ago(now.plus(Duration.ofHours(1)))).isEqualTo("in 1 hour");
        assertThat(when.ago(at("2026-10-16T23:00"))).isEqualTo("tomorrow");
        assertThat(when.ago(LocalDate.of(2026, 11, 17))).isEqualTo("in 33 days");
        assertThat(when.ago(LocalDate.of(2026, 10, 15))).isEqualTo("today");
    }

    @Test
    void writesNothingForNothing() {
        assertThat(when.day((Instant) null)).isEmpty();
        assertThat(when.ago((LocalDate) null)).isEmpty();
        assertThat(when.iso((Instant) null)).isEmpty();
    }

    @Test
    void saysALengthOfTime() {
        assertThat(when.span(Duration.ofMinutes(30))).isEqualTo("30 minutes");
        assertThat(when.span(Duration.ofHours(1))).isEqualTo("1 hour");
        assertThat(when.span(Duration.ofDays(7))).isEqualTo("7 days");
    }
}
