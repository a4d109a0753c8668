package org.ambassadorportal.freeze;

import jakarta.validation.constraints.NotBlank;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/** Why it is denied; the requester reads it. */
record ReasonForm(
        @PlainText(max = 2000, lines = true) @NotBlank(message = "{freeze.reason.missing}") @Nullable String reason) {}
