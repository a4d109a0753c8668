package org.ambassadorportal.registry;

import jakarta.validation.constraints.NotBlank;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/** "It pretends to be us": which account, and what was seen. */
record ReportForm(
        @PlainText(max = 600) @NotBlank(message = "{registry.report.url.missing}") @Nullable String url,

        @PlainText(max = 4000, lines = true) @NotBlank(message = "{registry.report.words.missing}") @Nullable String words,

        @PlainText(max = 36) @Nullable String once) {

    static ReportForm about(@Nullable String url) {
        return new ReportForm(url, null, Ids.next().toString());
    }
}
