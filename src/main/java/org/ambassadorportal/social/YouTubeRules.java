package org.ambassadorportal.social;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ambassadorportal.social.Problem.Kind;
import org.ambassadorportal.social.WebAddress.Segment;

/**
 * YouTube: {@code @handle}, the channel's id, and three legacy forms. They are kept apart, because {@code /user/name},
 * {@code /c/name}, {@code /name} and {@code /@name} may lead to four channels; the handle is what stands behind the host.
 */
record YouTubeRules(Platform platform) implements Rules {

    private static final String HOST = "https://www.youtube.com/";
    private static final String CHANNEL = "channel";
    private static final NameRule HANDLE = NameRule.anyScript(3, 30, "_-.·");
    private static final NameRule USER = NameRule.plain(1, 60, "_-.");
    private static final NameRule CUSTOM = NameRule.anyScript(1, 100, "_-.·");
    private static final Predicate<String> ID =
            Pattern.compile("UC[A-Za-z0-9_-]{22}").asMatchPredicate();

    /**
     * 22 letters carry 132 bits, an id has 128, so its last letter is one of four. That tells an id typed without anything
     * around it from a handle of 24 letters that happens to begin with UC.
     */
    private static final Predicate<String> BARE_ID =
            Pattern.compile("UC[A-Za-z0-9_-]{21}[AQgw]").asMatchPredicate();

    private static final Paths PATHS = Paths.own(
                    "about account ads app attribution_link channels creators feed gaming hashtag"
                            + " howyoutubeworks intl jobs kids learning login logout movies music new news oembed premium press"
                            + " redirect reporthistory results shows signin signup sports subscription_manager t testtube trending"
                            + " trends tv upload yt")
            .posts("watch shorts live playlist embed clip post v e source playables podcast")
            .tabs(
                    "videos shorts streams playlists community about featured search channels live releases podcasts posts"
                            + " store membership join discussion courses");

    @Override
    public SocialProfile inAddress(WebAddress address) throws Refused {
        List<Segment> path = PATHS.fromName(address, platform);
        String first = path.getFirst().word();
        boolean inside = first.equals(CHANNEL) || first.equals("user") || first.equals("c");
        if (inside && path.size() < 2) {
            throw Problem.of(Kind.NO_HANDLE, address.part(path.getFirst()))
                    .on(platform)
                    .refused();
        }
        List<Segment> fromName = inside ? path.subList(1, path.size()) : path;
        String name = fromName.getFirst().text();
        String form = inside ? first + "/" : name.startsWith("@") ? "" : "/";
        SocialProfile profile = stored(form + name);
        PATHS.refuseMore(fromName, address, profile);
        return profile;
    }

    /** Whether a lone word can only be the id of a channel. */
    static boolean isChannel(String word) {
        return BARE_ID.test(word);
    }

    @Override
    public SocialProfile typed(String text) throws Refused {
        if (WebAddress.firstOf(text, "/?#") < text.length()) {
            return inAddress(WebAddress.endingWith(text));
        }
        return stored(isChannel(text) ? CHANNEL + "/" + text : text);
    }

    @Override
    public SocialProfile stored(String handle) throws Refused {
        int slash = handle.indexOf('/');
        if (slash < 0) {
            return called(handle.startsWith("@") ? handle.substring(1) : handle);
        }
        String name = handle.substring(slash + 1);
        return switch (handle.substring(0, slash)) {
            case CHANNEL -> numbered(name);
            case "user" -> legacy("user/", name, USER);
            case "c" -> legacy("c/", name, CUSTOM);
            case "" -> legacy("/", name, CUSTOM);
            default -> throw Problem.of(Kind.NO_HANDLE, handle).on(platform).refused();
        };
    }

    private SocialProfile called(String name) throws Refused {
        HANDLE.check(name, platform);
        String handle = "@" + name;
        return new SocialProfile(
                platform, handle, Letters.fold(handle), handle, HOST + WebAddress.encoded(handle), null);
    }

    /** The only names on YouTube in which capitals count. */
    private SocialProfile numbered(String id) throws Refused {
        if (!ID.test(id)) {
            throw Problem.of(Kind.BAD_ID, id).on(platform).refused();
        }
        String handle = CHANNEL + "/" + id;
        return new SocialProfile(platform, handle, handle, handle, HOST + handle, id);
    }

    private SocialProfile legacy(String form, String name, NameRule rule) throws Refused {
        rule.check(name, platform);
        String handle = form + name;
        String path = form.equals("/") ? name : handle;
        return new SocialProfile(platform, handle, Letters.fold(handle), path, HOST + WebAddress.encoded(path), null);
    }
}
