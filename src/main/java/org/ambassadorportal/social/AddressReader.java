package org.ambassadorportal.social;

import java.util.Locale;
import java.util.Set;
import org.ambassadorportal.social.Problem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Tells addresses from words, and gives each address to the rules of its platform.
 *
 * @param expected the platform of the field it was typed into, if it has one
 * @param alone whether the piece is all that was typed, so that it may be an address in a shape that words also have
 */
record AddressReader(@Nullable Platform expected, boolean alone) {

    /** Schemes that are refused even where no {@code //} follows. */
    private static final Set<String> UNSAFE = Set.of(
            "javascript",
            "vbscript",
            "data",
            "file",
            "blob",
            "about",
            "view-source",
            "ftp",
            "ws",
            "wss",
            "tel",
            "sms",
            "intent");

    private static final String SLASHES = "/\\";

    /** The profile at this address; null where the piece is just a word, or a platform's start page beside other words. */
    @Nullable SocialProfile read(String piece) throws Refused {
        String scheme = PastedText.schemeOf(piece);
        String behind = piece.substring(scheme.isEmpty() ? 0 : scheme.length() + 1);
        return switch (scheme) {
            case "http", "https" -> onTheWeb(WebAddress.of(piece));
            case "did", "at" -> Rules.of(Platform.BLUESKY).typed(piece);
            case "acct" -> Rules.of(Platform.MASTODON).typed(behind);
            case "mailto" -> throw mail(behind);
            default -> {
                refuseUnsafe(piece, scheme, behind);
                yield withoutScheme(piece);
            }
        };
    }

    /** The platform whose start page this is, written alone: {@code twitter.com}. */
    static @Nullable Platform startPage(String word) {
        return Hosts.platformOf(word.toLowerCase(Locale.ROOT));
    }

    private static void refuseUnsafe(String piece, String scheme, String behind) throws Refused {
        boolean twoSlashes =
                behind.length() > 1 && SLASHES.indexOf(behind.charAt(0)) >= 0 && SLASHES.indexOf(behind.charAt(1)) >= 0;
        if (twoSlashes || UNSAFE.contains(scheme)) {
            int end = piece.length() - behind.length() + (twoSlashes ? 2 : 0);
            throw Problem.of(Kind.UNSAFE_SCHEME, piece.substring(0, end)).refused();
        }
    }

    private @Nullable SocialProfile withoutScheme(String piece) throws Refused {
        int at = piece.lastIndexOf('@');
        if (at > 0 && WebAddress.firstOf(piece, "/:") == piece.length()) {
            return atDomain(piece, piece.substring(0, at), piece.substring(at + 1));
        }
        return beginsWithHost(piece) ? onTheWeb(WebAddress.of(piece)) : null;
    }

    /** {@code user@domain} and {@code @user@domain}; the first of them may be a mail address as well. */
    private @Nullable SocialProfile atDomain(String piece, String user, String domain) throws Refused {
        if (!domain.contains(".")) {
            return null;
        }
        Platform owner = startPage(domain);
        if (owner != null && user.startsWith("@")) {
            // On Mastodon people write @name@twitter.com for somebody who is elsewhere.
            return Rules.of(owner).typed(user);
        }
        boolean inMastodonsField = expected == Platform.MASTODON && !Hosts.isMail(domain);
        if (user.startsWith("@") || Hosts.isMastodonServer(domain) || inMastodonsField) {
            return Rules.of(Platform.MASTODON).typed(piece);
        }
        throw mail(piece);
    }

    private Refused mail(String part) {
        return Problem.of(Kind.MAIL_ADDRESS, part).on(expected).refused();
    }

    private boolean beginsWithHost(String piece) {
        int end = WebAddress.firstOf(piece, "/?#:\\");
        String host = piece.substring(0, end).toLowerCase(Locale.ROOT);
        if (host.indexOf('.') <= 0 || host.startsWith("@")) {
            return false;
        }
        boolean onlyAnAddress = expected == null && alone;
        boolean foreignLetters = end < piece.length() && !Letters.isAscii(host);
        return onlyAnAddress
                || foreignLetters
                || host.startsWith("www.")
                || piece.startsWith("/@", end)
                || Hosts.platformOf(host) != null;
    }

    private @Nullable SocialProfile onTheWeb(WebAddress address) throws Refused {
        Hosts.refuseKnown(address);
        Platform platform = Hosts.platformOf(address.host());
        if (platform == null && isMastodon(address)) {
            platform = Platform.MASTODON;
        }
        if (platform == null) {
            throw Problem.of(Kind.UNKNOWN_PLATFORM, address.hostAsTyped())
                    .on(expected)
                    .refused();
        }
        boolean named = !address.path().isEmpty() || Hosts.carriesName(address.host());
        return named || alone ? Rules.of(platform).inAddress(address) : null;
    }

    private boolean isMastodon(WebAddress address) {
        if (address.path().isEmpty() || !Hosts.maybeMastodon(address.host())) {
            return false;
        }
        boolean surely = expected == Platform.MASTODON || Hosts.isMastodonServer(address.host());
        return surely || MastodonRules.looksLikeAccount(address);
    }
}
