package org.ambassadorportal.consultation;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Who takes a booking over.
 *
 * @param host somebody who is free then
 * @param word to the guest and the new host
 */
record HandOverForm(
        @NotNull(message = "{consultation.hand-over.host.missing}") @Nullable PersonId host,

        @PlainText(max = 2000, lines = true) String word,
        @Nullable Long version) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    HandOverForm {
        word = Objects.requireNonNullElse(word, "").strip();
    }

    static HandOverForm empty(long version) {
        return new HandOverForm(null, "", version);
    }
}
