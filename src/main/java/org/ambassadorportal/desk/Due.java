package org.ambassadorportal.desk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When a clock of an item runs out, as the list filters and groups by it. */
enum Due {
    /** It has run out. */
    LATE,
    /** Today, what is late not included. */
    TODAY,
    /** By Sunday, what is late or due today included. */
    WEEK;

    /** As it stands in an address; {@code null} for anything else. */
    static @Nullable Due of(@Nullable String key) {
        return Arrays.stream(values())
                .filter(due -> due.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** From when on it counts; {@code null} for ever since. */
    @Nullable Instant from(Instant now) {
        return this == TODAY ? now : null;
    }

    /** Until before when it counts. */
    Instant until(Instant now, ZoneId zone) {
        if (this == LATE) return now;
        var today = now.atZone(zone).toLocalDate();
        LocalDate last = this == TODAY ? today : today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
