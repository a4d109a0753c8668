package org.ambassadorportal.offering;

import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A question of an offering as an admin types it. A row without a question is none.
 *
 * @param choices the answers to choose from, one a line; none for a short text
 */
record QuestionForm(
        @PlainText(max = 200) @Nullable String label,
        @PlainText(max = 2000, lines = true) @Nullable String choices,
        @Nullable Boolean required) {

    static QuestionForm empty() {
        return new QuestionForm(null, null, null);
    }

    static QuestionForm of(Question question) {
        return new QuestionForm(question.label(), question.choices(), question.required());
    }

    boolean blank() {
        return (label == null || label.isBlank()) && (choices == null || choices.isBlank());
    }

    Question question() {
        var options = choices == null ? "" : choices.replace("\r", "").strip();
        return new Question(label == null ? "" : label.strip(), options, Boolean.TRUE.equals(required));
    }
}
