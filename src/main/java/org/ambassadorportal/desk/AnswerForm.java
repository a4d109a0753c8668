package org.ambassadorportal.desk;

import jakarta.validation.constraints.NotBlank;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/** What a requester writes about a request. */
record AnswerForm(
        @NotBlank(message = "{desk.answer.empty}") @PlainText(max = ComposerForm.LONGEST, lines = true) @Nullable String words,

        @PlainText(max = 36) @Nullable String once) {

    static AnswerForm empty() {
        return new AnswerForm(null, Ids.next().toString());
    }

    String text() {
        return words == null ? "" : words;
    }
}
