package org.ambassadorportal.ambassador;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Topics, languages and names as words: how a list is read from one field, and which spellings count as the same. */
final class Words {

    private static final int MOST = 8;

    private Words() {}

    /** What stands between commas or on lines, without repetitions and doubled spaces. */
    static List<String> list(@Nullable String typed) {
        if (typed == null) return List.of();
        var words = new LinkedHashMap<String, String>();
        Arrays.stream(typed.split("[,;\\n\\r]+"))
                .map(word -> word.strip().replaceAll("\\s+", " "))
                .filter(word -> !word.isEmpty())
                .forEach(word -> words.putIfAbsent(fold(word), word));
        return List.copyOf(words.values());
    }

    /** Without capitals and accents: two spellings with the same folded form are the same topic. */
    static String fold(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** The words of a search, folded, at most eight. */
    static List<String> asked(@Nullable String query) {
        if (query == null) return List.of();
        return Arrays.stream(fold(query).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** A text cut into pieces, of which those are marked that a searched word found. */
    static List<Piece> mark(String text, List<String> asked) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        var word = java.util.regex.Pattern.compile("[\\p{L}\\p{N}\\p{M}]+").matcher(text);
        while (word.find()) {
            if (asked.stream().noneMatch(wanted -> found(fold(word.group()), wanted))) continue;
            if (word.start() > at) pieces.add(new Piece(text.substring(at, word.start()), false));
            pieces.add(new Piece(word.group(), true));
            at = word.end();
        }
        if (at < text.length()) pieces.add(new Piece(text.substring(at), false));
        return pieces;
    }

    /** The search finds beginnings and stems; this tells near enough which word that was. */
    private static boolean found(String word, String wanted) {
        if (word.startsWith(wanted)) return true;
        int same = 0;
        while (same < Math.min(word.length(), wanted.length()) && word.charAt(same) == wanted.charAt(same)) same++;
        return same >= 5 && same >= wanted.length() - 3 && same >= word.length() - 3;
    }

    /** A part of a text, marked where it was searched for. */
    record Piece(String text, boolean marked) {}
}
