package org.ambassadorportal.social;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rules need to know of Unicode. */
final class Letters {

    private static final int LONGEST_SHOWN = 60;

    /** Scripts whose letters pass for each other's; a name that mixes them is a disguise, not a language. */
    private static final Set<UnicodeScript> ALIKE = Set.of(
            UnicodeScript.LATIN,
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.ARMENIAN,
            UnicodeScript.CHEROKEE);

    /** Letters and marks that are drawn as nothing, though Unicode does not class them as format characters. */
    private static final Set<Integer> BLANK =
            Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0);

    private Letters() {}

    /** A list written as words with spaces between them. */
    static Set<String> words(String words) {
        return Arrays.stream(words.split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    static String compose(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Makes capitals small, one by one and in no language's own way; a letter that is small already stays what it is. */
    static String fold(String text) {
        return compose(text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }

    /** Takes the accents off. */
    static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .filter(letter -> Character.getType(letter) != Character.NON_SPACING_MARK)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static boolean isPlain(int letter) {
        return isBetween('a', letter, 'z') || isBetween('A', letter, 'Z') || isBetween('0', letter, '9');
    }

    private static boolean isBetween(int first, int letter, int last) {
        return first <= letter && letter <= last;
    }

    static boolean isAscii(String text) {
        return text.codePoints().allMatch(letter -> letter < 0x80);
    }

    static boolean isLetterOrMark(int letter) {
        return Character.isLetterOrDigit(letter)
                || Character.getType(letter) == Character.NON_SPACING_MARK
                || Character.getType(letter) == Character.COMBINING_SPACING_MARK;
    }

    static boolean isInvisible(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default ->
                BLANK.contains(letter) || isBetween(0xFE00, letter, 0xFE0F) || isBetween(0xE0100, letter, 0xE01EF);
        };
    }

    static boolean isSpace(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    /** Whether this is a plain letter in fancy dress: full width, mathematical bold, in a circle. */
    static boolean isFancy(int letter) {
        return letter >= 0x80
                && Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC)
                        .codePoints()
                        .allMatch(Letters::isPlain);
    }

    /**
     * The first letter that passes for another: a plain one in fancy dress, or one of another script than those before it,
     * where the two scripts can be taken for each other.
     */
    static @Nullable String disguisedIn(String text) {
        UnicodeScript first = null;
        for (int letter : text.codePoints().toArray()) {
            UnicodeScript script = UnicodeScript.of(letter);
            boolean alike = ALIKE.contains(script);
            if (isFancy(letter) || (alike && first != null && script != first)) {
                return Character.toString(letter);
            }
            first = alike ? script : first;
        }
        return null;
    }

    /** Takes away spaces at both ends, and the marks without a shape that copying from a page often brings along. */
    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isTrimmed(text.charAt(from))) {
            from++;
        }
        while (to > from && isTrimmed(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isTrimmed(char letter) {
        return isSpace(letter) || Character.getType(letter) == Character.FORMAT;
    }

    /** A part of somebody's text as it may be shown: bounded, and what cannot be seen is named. */
    static String visible(String part) {
        if (part.equals(" ")) {
            return "[space]";
        }
        StringBuilder shown = new StringBuilder();
        part.codePoints().limit(LONGEST_SHOWN).forEach(letter -> {
            if (isInvisible(letter)) {
                shown.append("[U+%04X]".formatted(letter));
            } else {
                shown.appendCodePoint(letter);
            }
        });
        return part.codePointCount(0, part.length()) > LONGEST_SHOWN
                ? shown.append('…').toString()
                : shown.toString();
    }
}
