package org.ambassadorportal.demo;

import java.util.Random;
import org.ambassadorportal.social.Platform;

/**
 * User names that belong to nobody: they end in {@code _demo} and a number, and domains in {@code .test}. Where a
 * platform allows no underscore, a hyphen or a dot stands in its place.
 */
final class DemoHandle {

    private DemoHandle() {}

    /** The user name of somebody or something called so, as the platform writes it. */
    static String of(Platform platform, String base, int number) {
        return switch (platform) {
            case LINKEDIN -> base + "-demo" + number;
            case BLUESKY -> base + "-demo" + number + ".test";
            case FACEBOOK -> base + ".demo" + number;
            case MASTODON -> base + "_demo" + number + "@social.test";
            default -> base + "_demo" + number;
        };
    }

    /** Its address, as one would copy it from the browser. */
    static String address(Platform platform, String handle) {
        return switch (platform) {
            case X -> "https://x.com/" + handle;
            case LINKEDIN -> "https://www.linkedin.com/in/" + handle + "/";
            case BLUESKY -> "https://bsky.app/profile/" + handle;
            case MASTODON ->
                "https://" + handle.substring(handle.indexOf('@') + 1) + "/@"
                        + handle.substring(0, handle.indexOf('@'));
            case INSTAGRAM -> "https://www.instagram.com/" + handle + "/";
            case THREADS -> "https://www.threads.com/@" + handle;
            case YOUTUBE -> "https://www.youtube.com/@" + handle;
            case FACEBOOK -> "https://www.facebook.com/" + handle;
            case TIKTOK -> "https://www.tiktok.com/@" + handle;
            default -> throw new IllegalArgumentException("nobody of the demo is on " + platform.label());
        };
    }

    /** The address of a post on it; the seed tells one post from another. */
    static String post(Platform platform, String handle, int seed) {
        var number = 100_000 + Math.floorMod(seed, 900_000);
        var address = address(platform, handle).replaceAll("/$", "");
        return switch (platform) {
            case X -> address + "/status/" + number;
            case INSTAGRAM, THREADS, FACEBOOK, LINKEDIN -> address + "/posts/" + number;
            default -> address + "/post/" + number;
        };
    }

    /** What people really paste: the address with or without its ends, an old name of the platform, the handle alone. */
    static String pasted(Platform platform, String handle, Random taste) {
        var address = address(platform, handle);
        return switch (taste.nextInt(5)) {
            case 0 -> address;
            case 1 -> address.replace("https://", "").replace("www.", "");
            case 2 -> address + (address.endsWith("/") ? "" : "/") + "?ref=share&s=21";
            case 3 -> platform == Platform.X ? "https://twitter.com/" + handle + "?lang=en" : address;
            default -> platform == Platform.LINKEDIN || platform == Platform.FACEBOOK ? address : "@" + handle;
        };
    }
}
