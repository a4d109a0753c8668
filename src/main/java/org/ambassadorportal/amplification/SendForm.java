package org.ambassadorportal.amplification;

import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * The last button.
 *
 * @param once the draft's own key
 * @param looked what looks revealing was looked at again, and is not
 */
record SendForm(
        @PlainText(max = 36) @Nullable String once,
        @Nullable Boolean looked) {}
