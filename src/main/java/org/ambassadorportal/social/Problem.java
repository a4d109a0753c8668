package org.ambassadorportal.social;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a pasted text was not understood, and which part of it is wrong, so that a page can say it in words.
 *
 * <p>The words stand in {@code messages/social.properties} under {@link #messageKey()} and take {@link #arguments()}.
 *
 * @param part the wrong part as it stands in the text (after Unicode composition, NFC; a part written with percent signs is
 *     decoded); empty only for an empty text
 * @param platform the platform under whose rules it is wrong, where that is known
 * @param probably the profile that was probably meant, for instance the author of a pasted post
 * @param detail what else the words need: a limit, or the platform the text belongs to
 */
public record Problem(
        Kind kind,
        String part,
        @Nullable Platform platform,
        @Nullable SocialProfile probably,
        String detail) {

    /** The ways in which a pasted text can be wrong. */
    public enum Kind {
        EMPTY,
        TEXT_TOO_LONG,
        /** A script, data or other address that is not a plain web address; also one without scheme, and one with tabs in it. */
        UNSAFE_SCHEME,
        /** A web address with parts that no profile's address has: a sign-in, a port, a backslash, {@code ..}. */
        BAD_ADDRESS,
        /** A character that cannot be seen, such as a zero-width space, a direction mark or NUL. */
        INVISIBLE_CHARACTER,
        /** A letter that looks like a plain one, but is another. */
        LOOKALIKE,
        BAD_CHARACTER,
        /** A character that is allowed, but not there: a dot at the end, two in a row. */
        MISPLACED_CHARACTER,
        TOO_SHORT,
        TOO_LONG,
        /** There is no account name in it. */
        NO_HANDLE,
        /** Half of a name: no server for Mastodon, no domain for Bluesky. */
        INCOMPLETE_HANDLE,
        /** A domain that cannot exist on the public internet. */
        BAD_DOMAIN,
        /** Not the number or code by which the platform knows an account. */
        BAD_ID,
        /** One of the platform's own pages. */
        RESERVED_PATH,
        POST_NOT_PROFILE,
        GROUP_NOT_PROFILE,
        ORGANIZATION_PAGE,
        /** A form of address that the platform has given up and that does not say who is meant. */
        OLD_ADDRESS,
        /** A short link, which hides where it leads. */
        SHORT_LINK,
        MAIL_ADDRESS,
        /** A bare name that could belong to several platforms. */
        AMBIGUOUS,
        SEVERAL_ADDRESSES,
        UNKNOWN_PLATFORM,
        WRONG_PLATFORM,
        NOT_FOR_PEOPLE
    }

    static Problem of(Kind kind, String part) {
        return new Problem(kind, part, null, null, "");
    }

    Problem on(@Nullable Platform where) {
        return new Problem(kind, part, where, probably, detail);
    }

    /** Makes the part an exact one of this text, where rules saw it in small letters or saw nothing at all. */
    Problem within(String text) {
        if (part.isEmpty()) {
            return at(text);
        }
        for (int at = 0; at + part.length() <= text.length(); at++) {
            if (text.regionMatches(true, at, part, 0, part.length())) {
                return at(text.substring(at, at + part.length()));
            }
        }
        return this;
    }

    Problem probably(@Nullable SocialProfile meant) {
        return new Problem(kind, part, platform, meant, detail);
    }

    Problem at(String otherPart) {
        return new Problem(kind, otherPart, platform, probably, detail);
    }

    Problem with(Object detailOfIt) {
        return new Problem(kind, part, platform, probably, detailOfIt.toString());
    }

    Refused refused() {
        return new Refused(this);
    }

    /** {@code social.problem.<kind>}, with {@code .probably} behind it where the profile that was meant can be named. */
    public String messageKey() {
        String key = "social.problem." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return probably == null ? key : key + ".probably";
    }

    /**
     * The message's arguments: {0} the wrong part, safe to show; {1} the platform; {2} how an address looks there; {3} the
     * address that was probably meant; {4} the detail. What is not known is an empty text.
     */
    public Object[] arguments() {
        return new Object[] {
            Letters.visible(part),
            platform == null ? "" : platform.label(),
            platform == null ? "" : platform.example(),
            probably == null ? "" : probably.address(),
            detail
        };
    }
}
