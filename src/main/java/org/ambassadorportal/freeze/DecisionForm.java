package org.ambassadorportal.freeze;

import java.time.LocalDate;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Required;
import org.jspecify.annotations.Nullable;

/** Approval, with the last day and the conditions. */
record DecisionForm(
        @Required(message = "{freeze.approve.until.missing}") @Nullable LocalDate until,

        @PlainText(max = 2000, lines = true) @Nullable String conditions) {}
