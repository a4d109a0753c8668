package org.ambassadorportal.kernel;

import java.util.Locale;

/**
 * The letters that stand for a photograph, and the tint of their square: the same for the same name, everywhere.
 *
 * @param letters of the first and the last word of the name, without titles such as "Dr."
 * @param tint 1 to 4, the classes {@code mono-1} to {@code mono-4}
 */
public record Monogram(String letters, int tint) {

    private static final int TINTS = 4;

    public static Monogram of(String name) {
        var words = java.util.Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.endsWith("."))
                .map(Monogram::initial)
                .filter(letter -> !letter.isEmpty())
                .toList();
        var letters = words.isEmpty() ? "?" : words.size() == 1 ? words.getFirst() : words.getFirst() + words.getLast();
        return new Monogram(letters, 1 + Math.floorMod(name.strip().hashCode(), TINTS));
    }

    private static String initial(String word) {
        return word.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(1)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("")
                .toUpperCase(Locale.ROOT);
    }
}
