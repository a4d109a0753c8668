package org.ambassadorportal.training;

import jakarta.validation.constraints.NotBlank;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/** Why a class is canceled; everybody reads it. */
record CancelForm(
        @NotBlank(message = "{training.cancel.reason.missing}") @PlainText(max = 1_000, lines = true) @Nullable String reason) {}
