package org.ambassadorportal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.ambassadorportal.organization.BusinessHours;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstResponseTests {

    private static final ZoneId DETROIT = ZoneId.of("America/Detroit");
    private static final BusinessHours OFFICE = new BusinessHours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(8, 0),
            LocalTime.of(17, 0),
            List.of(new BusinessHours.Holiday(LocalDate.of(2026, 11, 26), "Thanksgiving")));

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:00, 2026-11-23T16:00", // Monday morning: the same day
        "2026-11-23T15:07, 2026-11-24T14:30", // rounded up to the half hour
        "2026-11-21T03:00, 2026-11-23T16:00", // Saturday: from Monday on
        "2026-11-25T16:00, 2026-11-27T15:00", // over Thanksgiving
    })
    void comesWithinEightHoursInWhichTheTeamIsThere(String received, String answered) {
        assertThat(new BusinessTime(OFFICE, DETROIT)
                        .halfHourAfter(
                                LocalDateTime.parse(received).atZone(DETROIT).toInstant(), Duration.ofHours(8)))
                .isEqualTo(LocalDateTime.parse(answered).atZone(DETROIT).toInstant());
    }
}
