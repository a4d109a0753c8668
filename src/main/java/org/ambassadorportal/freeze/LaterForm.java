package org.ambassadorportal.freeze;

import java.time.LocalDate;
import org.ambassadorportal.kernel.Required;
import org.jspecify.annotations.Nullable;

/** A later last day, given without a request. */
record LaterForm(
        @Required(message = "{freeze.approve.until.missing}") @Nullable LocalDate until) {}
