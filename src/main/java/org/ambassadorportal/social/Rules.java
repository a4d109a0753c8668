package org.ambassadorportal.social;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How one platform writes its accounts. Each method gives the one canonical profile, or says what is wrong with which part. */
interface Rules {

    /** The rules of each platform. */
    Map<Platform, Rules> BOOK =
            Stream.of(Platform.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), Rules::written));

    static Rules of(Platform platform) {
        return Objects.requireNonNull(BOOK.get(platform));
    }

    /** Reads an address on one of the platform's hosts. */
    SocialProfile inAddress(WebAddress address) throws Refused;

    /** Reads a handle, or the end of an address, typed into the platform's own field. */
    SocialProfile typed(String text) throws Refused;

    /**
     * Rebuilds a profile from its {@link SocialProfile#handle()}. A word that the platform reserves later must not break rows
     * that are already stored, so reserved words are no matter here.
     */
    SocialProfile stored(String handle) throws Refused;

    private static Rules written(Platform platform) {
        return switch (platform) {
            case X -> PlainNames.x(platform);
            case LINKEDIN -> new LinkedInRules(platform);
            case BLUESKY -> new BlueskyRules(platform);
            case MASTODON -> new MastodonRules(platform);
            case INSTAGRAM -> PlainNames.instagram(platform);
            case THREADS -> PlainNames.threads(platform);
            case YOUTUBE -> new YouTubeRules(platform);
            case FACEBOOK -> new FacebookRules(platform);
            case TIKTOK -> PlainNames.tikTok(platform);
            case FLICKR -> PlainNames.flickr(platform);
            case TUMBLR -> new TumblrRules(platform);
            case PINTEREST -> PlainNames.pinterest(platform);
            case VIMEO -> PlainNames.vimeo(platform);
            case GITHUB -> PlainNames.gitHub(platform);
            case SNAPCHAT -> PlainNames.snapchat(platform);
            case REDDIT -> new RedditRules(platform);
            case WHATSAPP -> new WhatsAppRules(platform);
        };
    }
}
