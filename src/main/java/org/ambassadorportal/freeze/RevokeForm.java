package org.ambassadorportal.freeze;

import jakarta.validation.constraints.NotBlank;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/** Why an exception is taken back; the owner reads it. Its field stands beside that of a denial on one page. */
record RevokeForm(
        @PlainText(max = 2000, lines = true) @NotBlank(message = "{freeze.reason.missing}") @Nullable String why) {}
