package org.ambassadorportal.desk;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.ambassadorportal.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * How an item goes on.
 *
 * @param wakeDay until when it waits or is put aside
 * @param wakeTime at what time of that day; without it, when the team begins to work
 */
record StandForm(
        @NotNull(message = "{desk.stand.choice.empty}") @Nullable Choice stand,

        @Nullable LocalDate wakeDay,
        @Nullable LocalTime wakeTime,
        @Nullable Long version) {

    private static final int YEARS = 2;

    /** What one can choose. */
    enum Choice {
        OPEN,
        REQUESTER,
        DATE,
        ASIDE;

        /** Whether a day belongs to it. */
        boolean isDated() {
            return this == DATE || this == ASIDE;
        }
    }

    /** The moment it names; refuses one that is over. */
    Instant until(LocalTime opens, ZoneId zone, Instant now) {
        if (wakeDay == null) throw new Refusal("wakeDay", "desk.stand.day.missing");
        var time = wakeTime == null ? opens : wakeTime;
        var today = now.atZone(zone).toLocalDate();
        if (wakeDay.isAfter(today.plusYears(YEARS))) throw new Refusal("wakeDay", "desk.stand.far");
        var until = wakeDay.isBefore(today)
                ? now
                : wakeDay.atTime(time).atZone(zone).toInstant();
        if (!until.isAfter(now)) throw new Refusal("wakeDay", "desk.stand.past");
        return until;
    }
}
