package org.ambassadorportal.social;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The organization's names, none of which a personal profile may carry in its user name.
 *
 * <p>Letters alone are compared, without accents and capitals: {@code Mich_Med.Jane} carries “michmed”. So that an innocent name
 * is not taken for the brand, a short word must stand where a word of the name begins or ends ({@code lou_michaels} does not
 * carry “umich”), and one of fewer than five letters must be a whole word of it. Words of fewer than three letters are ignored.
 *
 * @param words as people write them, for instance “michigan medicine”
 */
public record BrandWords(List<String> words) {

    private static final int SHORTEST = 3;
    private static final int ONLY_WHOLE_BELOW = 5;
    private static final int ANYWHERE_FROM = 8;

    public BrandWords {
        words = List.copyOf(words);
    }

    /** The word that the profile's user name carries, as it stands in the list. A number given by the platform carries none. */
    public Optional<String> foundIn(SocialProfile profile) {
        Name name = Name.of(chosen(profile));
        return words.stream().filter(name::carries).findFirst();
    }

    /** The part of the handle that a person chose. */
    private static String chosen(SocialProfile profile) {
        String handle = profile.handle();
        if (profile.stableId().filter(handle::endsWith).isPresent()) {
            return handle.substring(
                    0, handle.length() - profile.stableId().orElseThrow().length());
        }
        return switch (profile.platform()) {
            case MASTODON -> handle.substring(0, handle.indexOf('@'));
            case BLUESKY ->
                handle.endsWith(BlueskyRules.HOME)
                        ? handle.substring(0, handle.length() - BlueskyRules.HOME.length())
                        : handle;
            default -> handle.substring(handle.lastIndexOf('/') + 1);
        };
    }

    /** A user name as its letters, and where words begin among them: behind anything but a letter, and at a capital. */
    private record Name(String letters, BitSet begins) {

        static Name of(String handle) {
            StringBuilder letters = new StringBuilder();
            BitSet begins = new BitSet();
            boolean begin = true;
            boolean small = false;
            for (int letter : Letters.bare(handle).codePoints().toArray()) {
                if (!Character.isLetter(letter)) {
                    begin = true;
                    continue;
                }
                begins.set(letters.length(), begin || (small && Character.isUpperCase(letter)));
                letters.appendCodePoint(Character.toLowerCase(letter));
                begin = false;
                small = Character.isLowerCase(letter);
            }
            return new Name(letters.toString(), begins);
        }

        boolean carries(String word) {
            String brand = of(word).letters();
            if (brand.length() < SHORTEST) {
                return false;
            }
            for (int at = letters.indexOf(brand); at >= 0; at = letters.indexOf(brand, at + 1)) {
                if (counts(at, at + brand.length())) {
                    return true;
                }
            }
            return false;
        }

        private boolean counts(int from, int to) {
            if (to - from >= ANYWHERE_FROM) {
                return true;
            }
            boolean begin = begins.get(from);
            boolean end = to == letters.length() || begins.get(to);
            int nextWord = begins.nextSetBit(from + 1);
            boolean inOneWord = nextWord < 0 || nextWord >= to;
            boolean onlyWhole = to - from < ONLY_WHOLE_BELOW || !inOneWord;
            return onlyWhole ? begin && end : begin || end;
        }
    }
}
