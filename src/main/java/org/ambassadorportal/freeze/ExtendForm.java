package org.ambassadorportal.freeze;

import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Required;
import org.jspecify.annotations.Nullable;

/** A later end date, and why. */
record ExtendForm(
        @Required(message = "{freeze.extend.until.missing}") @Nullable LocalDate until,

        @PlainText(max = 4000, lines = true) @NotBlank(message = "{freeze.extend.reason.missing}") @Nullable String reason,

        @PlainText(max = 36) @Nullable String once) {

    static ExtendForm empty() {
        return new ExtendForm(null, null, Ids.next().toString());
    }
}
