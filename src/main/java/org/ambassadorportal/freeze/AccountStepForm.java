package org.ambassadorportal.freeze;

import jakarta.validation.constraints.NotBlank;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/** Step 1: which account, where, for which unit. */
record AccountStepForm(
        @PlainText(max = 120) @NotBlank(message = "{freeze.ask.accountName.missing}") @Nullable String accountName,

        @PlainText(max = 20) @NotBlank(message = "{freeze.ask.platform.missing}") @Nullable String platform,

        @PlainText(max = 300) @Nullable String handle,

        @PlainText(max = 200) @NotBlank(message = "{unit.choose}") @Nullable String unit) {}
