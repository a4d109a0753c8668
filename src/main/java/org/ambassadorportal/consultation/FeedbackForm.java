package org.ambassadorportal.consultation;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Two short questions afterwards.
 *
 * @param more what would have helped more
 */
record FeedbackForm(
        @NotNull(message = "{consultation.helped.missing}") @Nullable Helped helped,

        @PlainText(max = 2000, lines = true) String more) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    FeedbackForm {
        more = Objects.requireNonNullElse(more, "").strip();
    }

    static FeedbackForm empty() {
        return new FeedbackForm(null, "");
    }
}
