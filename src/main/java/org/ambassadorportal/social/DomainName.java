package org.ambassadorportal.social;

import java.net.IDN;
import java.util.List;
import java.util.Set;
import org.ambassadorportal.social.Problem.Kind;

/**
 * Domain names as accounts carry them on Bluesky and Mastodon: labels of 1 to 63 of {@code [a-z0-9-]} without a hyphen at
 * their ends, at least two of them, the last not starting with a digit, 253 characters in all (AT Protocol, handle syntax).
 */
final class DomainName {

    /** Last labels that never exist on the public internet (AT Protocol, disallowed TLDs); {@code .test} is not among them. */
    private static final Set<String> NEVER_PUBLIC =
            Set.of("local", "arpa", "invalid", "localhost", "internal", "onion", "alt", "example");

    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;
    private static final NameRule LETTERS = NameRule.plain(1, LONGEST, "-.");

    /** One label as people read it; scripts may differ from label to label, not inside one. */
    private static final NameRule LABEL = NameRule.anyScript(1, LONGEST, "-");

    private DomainName() {}

    /** Gives the name in small letters, or says what is wrong with it. */
    static String plain(String text, Platform platform) throws Refused {
        LETTERS.check(text, platform);
        List<String> labels = List.of(text.split("\\.", -1));
        if (labels.contains("")) {
            throw Problem.of(Kind.MISPLACED_CHARACTER, text.contains("..") ? ".." : ".")
                    .on(platform)
                    .refused();
        }
        for (String label : labels) {
            if (label.length() > LONGEST_LABEL) {
                throw Problem.of(Kind.TOO_LONG, label)
                        .on(platform)
                        .with(LONGEST_LABEL)
                        .refused();
            }
            if (label.startsWith("-") || label.endsWith("-")) {
                throw Problem.of(Kind.BAD_DOMAIN, label).on(platform).refused();
            }
        }
        String last = labels.getLast();
        if (labels.size() < 2) {
            throw Problem.of(Kind.BAD_DOMAIN, text).on(platform).refused();
        }
        if (Character.isDigit(last.charAt(0)) || NEVER_PUBLIC.contains(Letters.fold(last))) {
            throw Problem.of(Kind.BAD_DOMAIN, "." + last).on(platform).refused();
        }
        return Letters.fold(text);
    }

    /** As {@link #plain} for names that may be in any script; the answer is in the form that the network uses ({@code xn--…}). */
    static String international(String text, Platform platform) throws Refused {
        if (Letters.isAscii(text) && !Letters.fold(text).contains("xn--")) {
            return plain(text, platform);
        }
        checkLabels(text, platform);
        String ascii = ascii(text, platform);
        try {
            checkLabels(IDN.toUnicode(ascii), platform);
            return plain(ascii, platform);
        } catch (Refused refused) {
            // The network's form is not what was pasted, so a part of it would point nowhere.
            throw new Refused(
                    text.contains(refused.problem().part())
                            ? refused.problem()
                            : refused.problem().at(text));
        }
    }

    private static void checkLabels(String text, Platform platform) throws Refused {
        for (String label : text.split("\\.", -1)) {
            if (!label.isEmpty()) {
                LABEL.check(label, platform);
            }
        }
    }

    private static String ascii(String text, Platform platform) throws Refused {
        try {
            return IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException notADomain) {
            throw Problem.of(Kind.BAD_DOMAIN, text).on(platform).refused();
        }
    }
}
