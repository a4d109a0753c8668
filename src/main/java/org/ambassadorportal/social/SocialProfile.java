package org.ambassadorportal.social;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One account on one platform, in its canonical form.
 *
 * <p>Two profiles are equal when they are the same account as far as its address tells: same platform, same {@link #key()}.
 * How the holder writes the name (capitals, dots on Facebook) is kept in {@link #handle()} and does not tell accounts apart.
 * Where a platform has several kinds of address that need not lead to the same account (YouTube's handle, channel, legacy
 * user and custom name; Facebook's name and number), the handle keeps the kind.
 */
public final class SocialProfile {

    private final Platform platform;
    private final String handle;
    private final String key;
    private final String display;
    private final String url;
    private final @Nullable String stableId;
    private final boolean organizationPage;

    SocialProfile(Platform platform, String handle, String key, String display, String url, @Nullable String stableId) {
        this(platform, handle, key, display, url, stableId, false);
    }

    private SocialProfile(
            Platform platform,
            String handle,
            String key,
            String display,
            String url,
            @Nullable String stableId,
            boolean organizationPage) {
        this.platform = platform;
        this.handle = handle;
        this.key = key;
        this.display = display;
        this.url = url;
        this.stableId = stableId;
        this.organizationPage = organizationPage;
    }

    /**
     * Reads whatever a person pasted: an address with or without scheme, a handle that says its platform, or a sentence around
     * either. Never throws, whatever the text.
     */
    public static Reading parse(String pasted) {
        return ProfileReader.read(null, pasted);
    }

    /** As {@link #parse(String)} for a field that belongs to one platform, where a bare handle is enough. */
    public static Reading parse(Platform expected, String pasted) {
        return ProfileReader.read(expected, pasted);
    }

    /**
     * Rebuilds a profile from its stored {@link #handle()}.
     *
     * @throws IllegalArgumentException if the platform has no such handles; what people typed belongs to {@link #parse}
     */
    public static SocialProfile of(Platform platform, String handle) {
        try {
            return Rules.of(platform).stored(handle);
        } catch (Refused refused) {
            throw new IllegalArgumentException(
                    "Not a handle of " + platform.label() + ": " + Letters.visible(handle), refused);
        }
    }

    SocialProfile asOrganizationPage() {
        return new SocialProfile(platform, handle, key, display, url, stableId, true);
    }

    public Platform platform() {
        return platform;
    }

    /** The name as it is written there, in the platform's own form; this is what is stored. */
    public String handle() {
        return handle;
    }

    /** What tells this account from all others on its platform. */
    public String key() {
        return key;
    }

    /** What tells this account from all others anywhere; a database can hold it unique. */
    public String uniqueKey() {
        return platform.key() + ":" + key;
    }

    /** The account's name for people, as the platform shows it: {@code @name}, {@code in/slug}, {@code @user@domain}. */
    public String display() {
        return display;
    }

    /** The canonical address; always https, on the platform's own host (on Mastodon: the account's server). */
    public String url() {
        return url;
    }

    /** The canonical address as people read it: letters of every script stand as themselves, not as percent signs. */
    public String readable() {
        return WebAddress.readable(url);
    }

    /** As {@link #readable()}, without scheme and {@code www.}. */
    public String address() {
        String bare = readable().substring("https://".length());
        String plain = bare.startsWith("www.") ? bare.substring("www.".length()) : bare;
        return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** The platform's own id of the account, which outlives a change of name, where the address carries it. */
    public Optional<String> stableId() {
        return Optional.ofNullable(stableId);
    }

    /** Whether the platform says by the form of the address that this is the page of an organization, not a person's profile. */
    public boolean isOrganizationPage() {
        return organizationPage;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SocialProfile that && platform == that.platform && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return Objects.hash(platform, key);
    }

    @Override
    public String toString() {
        return platform.key() + ":" + handle;
    }
}
