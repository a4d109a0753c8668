package org.ambassadorportal.freeze;

import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Required;
import org.jspecify.annotations.Nullable;

/** Step 4: from when until when, who holds access, and for whom one asks. */
record TimeStepForm(
        @Required(message = "{freeze.ask.from.missing}") @Nullable LocalDate from,

        @Required(message = "{freeze.ask.until.missing}") @Nullable LocalDate until,

        @PlainText(max = 2000, lines = true) @NotBlank(message = "{freeze.ask.administrators.missing}") @Nullable String administrators,

        @PlainText(max = 20) @Nullable String whom,
        @PlainText(max = 254) @Nullable String colleague) {

    boolean forColleague() {
        return "colleague".equals(whom);
    }
}
