package org.ambassadorportal.social;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.ambassadorportal.social.Problem.Kind;

/**
 * A text as a person pasted it, bounded, composed (NFC) and free of what cannot be seen; taken apart into words, and into the
 * pieces that may be addresses.
 */
final class PastedText {

    private static final int LONGEST = 500;
    private static final Set<String> SCRIPTS = Set.of("javascript", "vbscript", "data");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /** What ends an address inside a text. */
    private static final Pattern BETWEEN =
            Pattern.compile("[\\s\\p{Z}<>\"“”„«»‘’'()\\[\\]{}|`*]+|[,;](?=https?:|www\\.|@)", Pattern.CASE_INSENSITIVE);

    private static final String AROUND = "<>\"“”„«»‘’'()[]{}|`*,;!?…";
    private static final String AROUND_ADDRESS = AROUND + ":";
    private static final String AROUND_LABEL = AROUND + ":=–—-";

    private final String text;
    private final List<String> words;

    private PastedText(String text) {
        this.text = text;
        this.words = List.of(SPACES.split(text, -1));
    }

    /** Refuses a text that is too long to be read, empty, or dangerous. */
    static PastedText of(String pasted) throws Refused {
        if (pasted.length() > LONGEST) {
            throw Problem.of(Kind.TEXT_TOO_LONG, pasted.substring(0, LONGEST))
                    .with(LONGEST)
                    .refused();
        }
        String text = composed(pasted);
        if (text.isEmpty()) {
            throw Problem.of(Kind.EMPTY, "").refused();
        }
        refuseUnseen(text);
        refuseScript(text);
        return new PastedText(text);
    }

    /** The form of the text that is read, and that a problem's part is a part of. */
    static String composed(String pasted) {
        return Letters.trim(Letters.compose(pasted.substring(0, Math.min(pasted.length(), LONGEST))));
    }

    /** The scheme of an address in small letters; empty where the piece does not begin with one. */
    static String schemeOf(String piece) {
        int colon = piece.indexOf(':');
        for (int at = 0; at < colon; at++) {
            char sign = piece.charAt(at);
            if (!Letters.isPlain(sign) && (at == 0 || "+-.".indexOf(sign) < 0)) {
                return "";
            }
        }
        return colon < 0 ? "" : piece.substring(0, colon).toLowerCase(Locale.ROOT);
    }

    String text() {
        return text;
    }

    boolean isOneWord() {
        return words.size() == 1;
    }

    List<String> words() {
        return words;
    }

    List<String> pieces() {
        List<String> pieces = new ArrayList<>();
        for (String piece : BETWEEN.split(text, -1)) {
            String bare = without(AROUND_ADDRESS, piece);
            if (!bare.isEmpty()) {
                pieces.add(bare);
            }
        }
        return pieces;
    }

    /** The word without the punctuation around it. */
    String bare(String word) {
        return without(AROUND, word);
    }

    /** The word without punctuation and what people put between a label and a name. */
    String bareLabel(String word) {
        return without(AROUND_LABEL, word);
    }

    /** In a sentence a full stop goes too; at the end of a lone name it may be somebody's mistake, so it stays. */
    private String without(String signs, String word) {
        String behind = isOneWord() ? signs : signs + ".";
        String bare = Letters.trim(word);
        int from = 0;
        while (from < bare.length() && signs.indexOf(bare.charAt(from)) >= 0) {
            from++;
        }
        int to = bare.length();
        while (to > from && behind.indexOf(bare.charAt(to - 1)) >= 0) {
            to--;
        }
        return Letters.trim(bare.substring(from, to));
    }

    /** Tabs make one address of two, and browsers skip them; line breaks only stand between words. */
    private static void refuseUnseen(String text) throws Refused {
        for (int letter : text.codePoints().toArray()) {
            if (letter == '\t' || letter == 0x0B || letter == '\f') {
                throw Problem.of(Kind.UNSAFE_SCHEME, wordAround(text, text.indexOf(letter)))
                        .refused();
            }
            boolean lineBreak = letter == '\n' || letter == '\r';
            int type = Character.getType(letter);
            if (type == Character.SURROGATE || (type == Character.CONTROL && !lineBreak)) {
                throw Problem.of(Kind.INVISIBLE_CHARACTER, Character.toString(letter))
                        .refused();
            }
        }
    }

    private static String wordAround(String text, int at) {
        int from = text.lastIndexOf(' ', at) + 1;
        int to = text.indexOf(' ', at);
        return text.substring(from, to < 0 ? text.length() : to);
    }

    /** A browser reads "java script:" with a break or an unseen mark in it as one word, and so do we. */
    private static void refuseScript(String text) throws Refused {
        String joined = text.codePoints()
                .filter(letter -> !Letters.isSpace(letter) && !Letters.isInvisible(letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (SCRIPTS.contains(schemeOf(joined))) {
            throw Problem.of(Kind.UNSAFE_SCHEME, text.substring(0, text.indexOf(':') + 1))
                    .refused();
        }
    }
}
