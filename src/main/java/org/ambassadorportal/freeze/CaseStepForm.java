package org.ambassadorportal.freeze;

import jakarta.validation.constraints.NotBlank;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/** Step 3: why, for whom, and who stands behind it. */
record CaseStepForm(
        @PlainText(max = 4000, lines = true) @NotBlank(message = "{freeze.ask.reason.missing}") @Nullable String reason,

        @PlainText(max = 1000, lines = true) @NotBlank(message = "{freeze.ask.audience.missing}") @Nullable String audience,

        @PlainText(max = 120) @NotBlank(message = "{freeze.ask.sponsorName.missing}") @Nullable String sponsorName,

        @PlainText(max = 120) @NotBlank(message = "{freeze.ask.sponsorTitle.missing}") @Nullable String sponsorTitle,

        @PlainText(max = 254) @NotBlank(message = "{freeze.ask.sponsorMail.missing}") @Nullable String sponsorMail) {}
