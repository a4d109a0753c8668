package org.ambassadorportal.consultation;

import java.util.Objects;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * The requester's answer to a proposed time.
 *
 * @param version the request as it was when the proposal was read, so that nobody agrees to a time that was replaced
 */
record AnswerForm(
        @PlainText(max = 2000, lines = true) String message,
        @Nullable Long version) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    AnswerForm {
        message = Objects.requireNonNullElse(message, "").strip();
    }
}
