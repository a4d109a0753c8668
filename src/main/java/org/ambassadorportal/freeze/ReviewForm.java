package org.ambassadorportal.freeze;

import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/** What the reviewer says with a recommendation, or asks. */
record ReviewForm(
        @PlainText(max = 4000, lines = true) @Nullable String review) {

    boolean blank() {
        return review == null || review.isBlank();
    }

    String said() {
        return review == null ? "" : review.strip();
    }
}
