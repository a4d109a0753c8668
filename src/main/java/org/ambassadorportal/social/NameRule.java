package org.ambassadorportal.social;

import org.ambassadorportal.social.Problem.Kind;

/**
 * What a platform allows in a name.
 *
 * @param signs the characters allowed besides letters and digits
 * @param anyScript whether letters and digits may be of any script, or only a to z and 0 to 9
 */
record NameRule(
        int min, int max, String signs, boolean anyScript, String neverFirst, String neverLast, String neverDoubled) {

    /** Names of plain letters, digits and these signs. */
    static NameRule plain(int min, int max, String signs) {
        return new NameRule(min, max, signs, false, "", "", "");
    }

    /** Names of letters and digits of any script and these signs. */
    static NameRule anyScript(int min, int max, String signs) {
        return new NameRule(min, max, signs, true, "", "", "");
    }

    NameRule neverFirst(String these) {
        return new NameRule(min, max, signs, anyScript, these, neverLast, neverDoubled);
    }

    NameRule neverLast(String these) {
        return new NameRule(min, max, signs, anyScript, neverFirst, these, neverDoubled);
    }

    NameRule neverDoubled(String these) {
        return new NameRule(min, max, signs, anyScript, neverFirst, neverLast, these);
    }

    /** Refuses a name that breaks the rule, naming the first part that does. */
    void check(String name, Platform platform) throws Refused {
        for (int letter : name.codePoints().toArray()) {
            if (!allows(letter)) {
                throw Problem.of(kindOf(letter), Character.toString(letter))
                        .on(platform)
                        .refused();
            }
        }
        String disguised = Letters.disguisedIn(name);
        if (disguised != null) {
            throw Problem.of(Kind.LOOKALIKE, disguised).on(platform).refused();
        }
        checkLength(name, platform);
        checkPlaces(name, platform);
    }

    private boolean allows(int letter) {
        if (Letters.isPlain(letter) || signs.indexOf(letter) >= 0) {
            return true;
        }
        return anyScript && Letters.isLetterOrMark(letter) && !Letters.isInvisible(letter);
    }

    private static Kind kindOf(int letter) {
        if (Letters.isInvisible(letter)) {
            return Kind.INVISIBLE_CHARACTER;
        }
        return Letters.isLetterOrMark(letter) || Letters.isFancy(letter) ? Kind.LOOKALIKE : Kind.BAD_CHARACTER;
    }

    private void checkLength(String name, Platform platform) throws Refused {
        int length = name.codePointCount(0, name.length());
        if (length == 0) {
            throw Problem.of(Kind.NO_HANDLE, name).on(platform).refused();
        }
        if (length < min) {
            throw Problem.of(Kind.TOO_SHORT, name).on(platform).with(min).refused();
        }
        if (length > max) {
            throw Problem.of(Kind.TOO_LONG, name).on(platform).with(max).refused();
        }
    }

    private void checkPlaces(String name, Platform platform) throws Refused {
        String first = name.substring(0, 1);
        String last = name.substring(name.length() - 1);
        if (neverFirst.contains(first)) {
            throw Problem.of(Kind.MISPLACED_CHARACTER, first).on(platform).refused();
        }
        if (neverLast.contains(last)) {
            throw Problem.of(Kind.MISPLACED_CHARACTER, last).on(platform).refused();
        }
        for (int sign : neverDoubled.codePoints().toArray()) {
            String twice = Character.toString(sign).repeat(2);
            if (name.contains(twice)) {
                throw Problem.of(Kind.MISPLACED_CHARACTER, twice).on(platform).refused();
            }
        }
    }
}
