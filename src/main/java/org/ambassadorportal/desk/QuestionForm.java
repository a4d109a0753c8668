package org.ambassadorportal.desk;

import jakarta.validation.constraints.NotBlank;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/** A question to the team, for oneself or for a colleague. */
record QuestionForm(
        @NotBlank(message = "{desk.question.title.empty}") @PlainText(max = 120) @Nullable String title,

        @NotBlank(message = "{desk.question.words.empty}") @PlainText(max = 4_000, lines = true) @Nullable String words,

        @PlainText(max = 10) @Nullable String whom,
        @PlainText(max = 254) @Nullable String colleague,
        @PlainText(max = 36) @Nullable String once) {

    static QuestionForm empty() {
        return new QuestionForm(null, null, "me", null, Ids.next().toString());
    }
}
