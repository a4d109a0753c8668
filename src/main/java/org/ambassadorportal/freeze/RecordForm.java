package org.ambassadorportal.freeze;

import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Required;
import org.jspecify.annotations.Nullable;

/** An exception that an admin records for somebody who asked by telephone or on paper; somebody else decides it. */
record RecordForm(
        @PlainText(max = 254) @NotBlank(message = "{freeze.record.requester.missing}") @Nullable String requester,

        @PlainText(max = 120) @NotBlank(message = "{freeze.ask.accountName.missing}") @Nullable String accountName,

        @PlainText(max = 20) @NotBlank(message = "{freeze.ask.platform.missing}") @Nullable String platform,

        @PlainText(max = 300) @Nullable String handle,
        @PlainText(max = 200) @Nullable String unit,

        @PlainText(max = 4000, lines = true) @NotBlank(message = "{freeze.ask.reason.missing}") @Nullable String reason,

        @PlainText(max = 1000, lines = true) @NotBlank(message = "{freeze.ask.audience.missing}") @Nullable String audience,

        @PlainText(max = 120) @NotBlank(message = "{freeze.ask.sponsorName.missing}") @Nullable String sponsorName,

        @PlainText(max = 120) @NotBlank(message = "{freeze.ask.sponsorTitle.missing}") @Nullable String sponsorTitle,

        @PlainText(max = 254) @NotBlank(message = "{freeze.ask.sponsorMail.missing}") @Nullable String sponsorMail,

        @Required(message = "{freeze.ask.from.missing}") @Nullable LocalDate from,

        @Required(message = "{freeze.ask.until.missing}") @Nullable LocalDate until,

        @PlainText(max = 2000, lines = true) @NotBlank(message = "{freeze.ask.administrators.missing}") @Nullable String administrators,

        @PlainText(max = 36) @Nullable String once) {

    static RecordForm empty(LocalDate today) {
        return new RecordForm(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                today,
                null,
                null,
                Ids.next().toString());
    }
}
