package org.ambassadorportal.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What was typed into the search. All of the words must be found in an item, each as its stem or its beginning: in the
 * title, the names and mail addresses of its people, the conversation, the names of its files, or as its reference.
 *
 * @param lexemes as PostgreSQL's {@code to_tsquery} reads them
 */
record Words(List<String> lexemes) {

    Words {
        lexemes = List.copyOf(lexemes);
    }

    private static final int MOST = 8;

    static Words of(String typed) {
        return new Words(Arrays.stream(typed.toLowerCase(Locale.ROOT).split("\\s+", MOST + 1))
                .limit(MOST)
                .map(Words::lexeme)
                .toList());
    }

    private static String lexeme(String word) {
        var number = Reference.typed(word);
        if (number.isPresent()) return String.valueOf(number.get().number());
        var quoted = "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
        // The beginning of a number is another number.
        return word.codePoints().anyMatch(Character::isLetter) ? quoted + ":*" : quoted;
    }
}
