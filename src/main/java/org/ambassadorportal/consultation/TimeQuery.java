package org.ambassadorportal.consultation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of the free times is looked at, as it stands in the address. What cannot be read is left aside.
 *
 * @param zone in which times are shown
 * @param month "2026-12"
 * @param day "2026-12-03"
 * @param view "list", or the month
 */
record TimeQuery(
        @Nullable String zone,
        @Nullable String month,
        @Nullable String day,
        @Nullable String view) {

    Optional<ZoneId> zoneId() {
        return Optional.ofNullable(zone).filter(Zones::known).map(ZoneId::of);
    }

    Optional<LocalDate> dayWanted() {
        try {
            return Optional.ofNullable(day).filter(it -> !it.isEmpty()).map(LocalDate::parse);
        } catch (DateTimeException madeUp) {
            return Optional.empty();
        }
    }

    Optional<YearMonth> monthWanted() {
        try {
            var wanted = Optional.ofNullable(month).filter(it -> !it.isEmpty()).map(YearMonth::parse);
            return wanted.isPresent() ? wanted : dayWanted().map(YearMonth::from);
        } catch (DateTimeException madeUp) {
            return dayWanted().map(YearMonth::from);
        }
    }

    boolean asList() {
        return "list".equals(view);
    }
}
