package org.ambassadorportal.social;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The networks whose accounts the portal can name. People enroll with nine of them; the others are kept because registries
 * of official accounts have them.
 *
 * <p>{@link #key()} is stored and stands in addresses of the portal, so it never changes. How each network
 * writes its addresses is the matter of its {@link Rules}.
 */
public enum Platform {
    X("x", "X", "bi-twitter-x", "x.com/your_name"),
    LINKEDIN("linkedin", "LinkedIn", "bi-linkedin", "linkedin.com/in/your-name"),
    BLUESKY("bluesky", "Bluesky", "bi-bluesky", "bsky.app/profile/your-name.bsky.social"),
    MASTODON("mastodon", "Mastodon", "bi-mastodon", "mastodon.social/@your_name"),
    INSTAGRAM("instagram", "Instagram", "bi-instagram", "instagram.com/your_name"),
    THREADS("threads", "Threads", "bi-threads", "threads.com/@your_name"),
    YOUTUBE("youtube", "YouTube", "bi-youtube", "youtube.com/@your_name"),
    FACEBOOK("facebook", "Facebook", "bi-facebook", "facebook.com/your.name"),
    TIKTOK("tiktok", "TikTok", "bi-tiktok", "tiktok.com/@your_name"),

    FLICKR("flickr", "Flickr", "bi-images", "flickr.com/photos/your_name"),
    TUMBLR("tumblr", "Tumblr", "bi-journal-text", "your-name.tumblr.com"),
    PINTEREST("pinterest", "Pinterest", "bi-pinterest", "pinterest.com/your_name"),
    VIMEO("vimeo", "Vimeo", "bi-vimeo", "vimeo.com/your_name"),
    GITHUB("github", "GitHub", "bi-github", "github.com/your-name"),
    SNAPCHAT("snapchat", "Snapchat", "bi-snapchat", "snapchat.com/@your_name"),
    REDDIT("reddit", "Reddit", "bi-reddit", "reddit.com/user/your_name"),
    WHATSAPP("whatsapp", "WhatsApp", "bi-whatsapp", "whatsapp.com/channel/0029Va…");

    private static final Set<Platform> FOR_PEOPLE =
            Set.of(X, LINKEDIN, BLUESKY, MASTODON, INSTAGRAM, THREADS, YOUTUBE, FACEBOOK, TIKTOK);

    private static final Map<String, Platform> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Platform::key, platform -> platform));

    /** What people call a network besides its label; the former name of X is the commonest of all. */
    private static final Map<String, Platform> BY_OTHER_NAME = Map.of(
            "twitter", X, "bsky", BLUESKY, "insta", INSTAGRAM, "ig", INSTAGRAM, "yt", YOUTUBE, "fb", FACEBOOK, "snap",
            SNAPCHAT);

    private final String key;
    private final String label;
    private final String icon;
    private final String example;

    Platform(String key, String label, String icon, String example) {
        this.key = key;
        this.label = label;
        this.icon = icon;
        this.example = example;
    }

    /** The platform with this {@link #key()}, written exactly so. */
    public static Optional<Platform> ofKey(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** The platform that people or spreadsheets call so: “X”, “Twitter”, “Linked-In”, “youtube”. */
    public static Optional<Platform> named(String name) {
        String plain = Letters.fold(name).replace("-", "").replace(" ", "");
        return ofKey(plain).or(() -> Optional.ofNullable(BY_OTHER_NAME.get(plain)));
    }

    /** The platforms a person may enroll with, in the order in which forms offer them. */
    public static List<Platform> forPeople() {
        return Stream.of(values()).filter(Platform::isForPeople).toList();
    }

    /** Lower-case and stable; used in addresses of the portal and in the database. */
    public String key() {
        return key;
    }

    /** The name as the network writes it. */
    public String label() {
        return label;
    }

    /** The class name of its sign in bootstrap-icons; two networks without a sign there have a neutral one. */
    public String icon() {
        return icon;
    }

    /** How the address of a profile looks there, to be shown as a hint. */
    public String example() {
        return example;
    }

    /** Whether a person may enroll with it; the rest are known to the registry only. */
    public boolean isForPeople() {
        return FOR_PEOPLE.contains(this);
    }
}
