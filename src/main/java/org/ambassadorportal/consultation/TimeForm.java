package org.ambassadorportal.consultation;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A free time that was chosen, and what of them was looked at, so that the same page can be shown again.
 *
 * @param starts a moment, "2026-12-03T15:00:00Z"
 * @param same whether the host of the time before is wished for
 */
record TimeForm(
        @PlainText(max = 40) String starts,
        @Nullable Boolean same,
        @PlainText(max = 60) String zone,
        @PlainText(max = 10) String month,
        @PlainText(max = 10) String day,
        @PlainText(max = 10) String view) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    TimeForm {
        starts = Objects.requireNonNullElse(starts, "").strip();
        zone = Objects.requireNonNullElse(zone, "");
        month = Objects.requireNonNullElse(month, "");
        day = Objects.requireNonNullElse(day, "");
        view = Objects.requireNonNullElse(view, "");
    }

    /** The form as it opens. */
    static TimeForm of(String starts, boolean same) {
        return new TimeForm(starts, same, "", "", "", "");
    }

    boolean wantsSame() {
        return Boolean.TRUE.equals(same);
    }

    TimeQuery query() {
        return new TimeQuery(zone, month, day, view);
    }

    /**
     * The moment.
     *
     * @throws Refusal when none was chosen
     */
    Instant moment() {
        try {
            return Instant.parse(starts);
        } catch (DateTimeParseException none) {
            throw new Refusal("starts", "booking.time.missing");
        }
    }
}
