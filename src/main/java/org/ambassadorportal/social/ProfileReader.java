package org.ambassadorportal.social;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ambassadorportal.social.Problem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one profile that a pasted text means. First addresses are looked for, then names with an @, and only where nothing
 * else is left is a bare word a name.
 */
final class ProfileReader {

    private final @Nullable Platform expected;
    private final PastedText pasted;
    private final AddressReader addresses;
    private final Set<Platform> mentioned = EnumSet.noneOf(Platform.class);

    private ProfileReader(@Nullable Platform expected, PastedText pasted) {
        this.expected = expected;
        this.pasted = pasted;
        this.addresses = new AddressReader(expected, pasted.isOneWord());
    }

    static Reading read(@Nullable Platform expected, String pasted) {
        try {
            return new Reading.Understood(new ProfileReader(expected, PastedText.of(pasted)).profile());
        } catch (Refused refused) {
            Problem problem = refused.problem().within(PastedText.composed(pasted));
            return new Reading.NotUnderstood(problem.platform() == null ? problem.on(expected) : problem);
        }
    }

    private SocialProfile profile() throws Refused {
        if (isTypedDomain()) {
            return Rules.of(Platform.BLUESKY).typed(pasted.bare(pasted.text()));
        }
        Map<SocialProfile, String> found = new LinkedHashMap<>();
        Refused first = null;
        for (String piece : pasted.pieces()) {
            try {
                SocialProfile profile = addresses.read(piece);
                if (profile != null) {
                    found.putIfAbsent(profile, piece);
                }
            } catch (Refused refused) {
                if (refused.problem().kind() == Kind.UNSAFE_SCHEME) {
                    throw refused;
                }
                first = first == null ? here(refused, piece) : first;
            }
        }
        if (!found.isEmpty()) {
            return only(found);
        }
        return first == null ? named() : namedBeside(first);
    }

    /** In the field for Bluesky every domain is a name, also that of another platform. */
    private boolean isTypedDomain() {
        String text = pasted.text();
        return expected == Platform.BLUESKY && pasted.isOneWord() && WebAddress.firstOf(text, "/:") == text.length();
    }

    private SocialProfile only(Map<SocialProfile, String> found) throws Refused {
        List<SocialProfile> all = List.copyOf(found.keySet());
        List<SocialProfile> fitting = all.stream()
                .filter(profile -> expected == null || profile.platform() == expected)
                .toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        if (all.size() == 1) {
            SocialProfile other = all.getFirst();
            throw wrongPlatform(found.getOrDefault(other, ""), other.platform(), other);
        }
        SocialProfile second = fitting.isEmpty() ? all.get(1) : fitting.get(1);
        throw Problem.of(Kind.SEVERAL_ADDRESSES, found.getOrDefault(second, "")).refused();
    }

    /** A problem under another platform's rules is none of this field: what is wrong here is the platform. */
    private Refused here(Refused refused, String piece) {
        Platform where = refused.problem().platform();
        return expected == null || where == null || where == expected
                ? refused
                : wrongPlatform(piece, where, refused.problem().probably());
    }

    private Refused wrongPlatform(String part, Platform actual, @Nullable SocialProfile profile) {
        return Problem.of(Kind.WRONG_PLATFORM, part)
                .on(expected)
                .with(actual.label())
                .probably(profile)
                .refused();
    }

    /** An address of nobody we know does not keep us from a name with an @ beside it; any other wrong address does. */
    private SocialProfile namedBeside(Refused wrong) throws Refused {
        Optional<String> name = wrong.problem().kind() == Kind.UNKNOWN_PLATFORM ? name(false) : Optional.empty();
        if (name.isEmpty()) {
            throw wrong;
        }
        return of(name.get());
    }

    private SocialProfile named() throws Refused {
        Optional<String> name = name(true);
        if (name.isEmpty()) {
            throw nothing(pasted.text());
        }
        return of(name.get());
    }

    /** The one word that is a name: with an @ if there is one, otherwise the only word besides the platform's own. */
    private Optional<String> name(boolean bareWordsToo) throws Refused {
        List<String> marked = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        for (String word : pasted.words()) {
            String name = withoutLabel(word);
            List<String> names = name.startsWith("@") ? marked : plain;
            if (!name.isEmpty() && !names.contains(name)) {
                names.add(name);
            }
        }
        if (marked.size() > 1) {
            throw Problem.of(Kind.SEVERAL_ADDRESSES, marked.get(1)).refused();
        }
        List<String> names = marked.isEmpty() && bareWordsToo ? plain : marked;
        return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
    }

    /** Drops a platform's name, alone or before a colon, and remembers it. A lone word is never a label. */
    private String withoutLabel(String word) {
        int colon = word.indexOf(':');
        if (colon > 0 && colon < word.length() - 1 && mentions(word.substring(0, colon))) {
            return pasted.bare(word.substring(colon + 1));
        }
        String label = pasted.bareLabel(word);
        if (!pasted.isOneWord() && (label.isEmpty() || mentions(label))) {
            return "";
        }
        return pasted.bare(word);
    }

    private boolean mentions(String label) {
        Optional<Platform> platform =
                Platform.named(label).or(() -> Optional.ofNullable(AddressReader.startPage(label)));
        platform.ifPresent(mentioned::add);
        return platform.isPresent();
    }

    private SocialProfile of(String name) throws Refused {
        if (expected != null && !mentioned.isEmpty() && !mentioned.contains(expected)) {
            throw wrongPlatform(name, mentioned.iterator().next(), null);
        }
        Platform platform =
                expected == null && mentioned.size() == 1 ? mentioned.iterator().next() : expected;
        if (platform != null) {
            return Rules.of(platform).typed(withoutSlashesBehind(name));
        }
        String bare = name.startsWith("@") ? name.substring(1) : name;
        if (YouTubeRules.isChannel(bare)) {
            return Rules.of(Platform.YOUTUBE).typed(bare);
        }
        if (Letters.fold(bare).endsWith(BlueskyRules.HOME)) {
            return Rules.of(Platform.BLUESKY).typed(bare);
        }
        throw couldBeAName(bare) ? Problem.of(Kind.AMBIGUOUS, name).refused() : nothing(name);
    }

    private static String withoutSlashesBehind(String name) {
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) == '/') {
            end--;
        }
        return name.substring(0, end);
    }

    private static boolean couldBeAName(String text) {
        return !text.isEmpty()
                && text.codePoints().allMatch(letter -> Letters.isLetterOrMark(letter) || "_-.".indexOf(letter) >= 0);
    }

    private static Refused nothing(String part) {
        return Problem.of(Kind.NO_HANDLE, part).refused();
    }
}
