package org.ambassadorportal.calendar;

import java.time.LocalDate;
import java.util.Objects;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Required;
import org.jspecify.annotations.Nullable;

/**
 * Days on which somebody is away, as they type them.
 *
 * @param last the same day when it is left out
 */
record AwayForm(
        @Required(message = "{away.first.missing}") @Nullable LocalDate first,

        @Nullable LocalDate last,
        @PlainText(max = 200) @Nullable String note) {

    static AwayForm empty() {
        return new AwayForm(null, null, null);
    }

    LocalDate from() {
        return Objects.requireNonNull(first);
    }

    LocalDate until() {
        return last == null ? from() : last;
    }

    @Nullable String said() {
        return note == null || note.isBlank() ? null : note.strip();
    }
}
