package org.ambassadorportal.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.ambassadorportal.offering.Offered;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What was typed as answers to an offering's own questions, in their order; the field is "replies" in every form. */
final class Replies {

    private Replies() {}

    /** As a form keeps them: what a browser leaves out is an empty answer. */
    static List<String> typed(@Nullable List<String> replies) {
        if (replies == null) return List.of();
        return replies.stream()
                .map(reply -> Objects.requireNonNullElse(reply, "").strip())
                .toList();
    }

    /** One for each of the offering's questions; empty where nothing was answered. */
    static List<String> each(List<String> replies, Offered offered) {
        return IntStream.range(0, offered.questions().size())
                .mapToObj(place -> at(replies, place))
                .toList();
    }

    private static String at(List<String> replies, int place) {
        return place < replies.size() ? replies.get(place) : "";
    }

    /** Says which questions lack an answer, or have one that is no choice of theirs. */
    static void check(List<String> replies, Offered offered, Errors errors) {
        var questions = offered.questions();
        for (int place = 0; place < questions.size(); place++) {
            var question = questions.get(place);
            var reply = at(replies, place);
            if (reply.isEmpty()) {
                if (question.required())
                    errors.rejectValue("replies", "booking.reply.missing", new Object[] {question.label()}, null);
            } else if (question.isChoice() && !question.options().contains(reply))
                errors.rejectValue("replies", "booking.reply.choice", new Object[] {question.label()}, null);
        }
    }

    /** The questions that were answered, as they are kept. */
    static List<Reply> kept(List<String> replies, Offered offered) {
        var kept = new ArrayList<Reply>();
        var questions = offered.questions();
        for (int place = 0; place < questions.size(); place++) {
            var reply = at(replies, place);
            if (!reply.isEmpty()) kept.add(new Reply(questions.get(place).label(), reply));
        }
        return kept;
    }
}
