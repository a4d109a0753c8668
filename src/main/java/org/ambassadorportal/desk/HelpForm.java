package org.ambassadorportal.desk;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * One question afterwards.
 *
 * @param comment what they want to add
 */
record HelpForm(
        @NotNull(message = "{desk.help.missing}") @Nullable Boolean helped,

        @PlainText(max = 2000, lines = true) String comment) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    HelpForm {
        comment = Objects.requireNonNullElse(comment, "").strip();
    }

    /** What was said already, to be changed; empty where nothing was. */
    static HelpForm of(@Nullable Help said) {
        if (said == null) return new HelpForm(null, "");
        return new HelpForm(said.helped(), Objects.requireNonNullElse(said.words(), ""));
    }
}
