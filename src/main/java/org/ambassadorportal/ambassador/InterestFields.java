package org.ambassadorportal.ambassador;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The fields for topics, languages and bio, which stand in two forms. */
final class InterestFields {

    private static final int MOST_TOPICS = 8;
    private static final int MOST_LANGUAGES = 10;
    private static final int LONGEST_TOPIC = 60;
    private static final int LONGEST_LANGUAGE = 40;

    private InterestFields() {}

    /** What the fields say; where one is wrong, the error stands beside it and the value is what it was before. */
    static Interests read(
            @Nullable String topics,
            @Nullable String languages,
            @Nullable String bio,
            Interests before,
            Errors errors,
            boolean required) {
        var readTopics = words("topics", topics, MOST_TOPICS, LONGEST_TOPIC, before.topics(), errors);
        var readLanguages = words("languages", languages, MOST_LANGUAGES, LONGEST_LANGUAGE, before.languages(), errors);
        if (required && readTopics.isEmpty()) errors.rejectValue("topics", "enroll.you.topics.missing");
        if (required && readLanguages.isEmpty()) errors.rejectValue("languages", "enroll.you.languages.missing");
        return new Interests(
                readTopics,
                readLanguages.stream().map(InterestFields::capital).toList(),
                errors.hasFieldErrors("bio") ? before.bio() : bio == null || bio.isBlank() ? null : bio.strip());
    }

    private static List<String> words(
            String field, @Nullable String typed, int most, int longest, List<String> before, Errors errors) {
        if (errors.hasFieldErrors(field)) return before;
        var words = Words.list(typed);
        var large = words.stream().filter(word -> word.length() > longest).findFirst();
        if (large.isPresent()) {
            var shown = large.get().substring(0, 20) + "…";
            errors.rejectValue(field, "enroll.you." + field + ".long", new Object[] {shown, longest}, null);
            return before;
        }
        if (words.size() > most) {
            errors.rejectValue(field, "enroll.you." + field + ".many", new Object[] {most}, null);
            return before;
        }
        return words;
    }

    private static String capital(String language) {
        int first = language.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + language.substring(Character.charCount(first));
    }
}
