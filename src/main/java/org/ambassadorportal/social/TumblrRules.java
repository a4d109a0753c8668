package org.ambassadorportal.social;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ambassadorportal.social.Problem.Kind;
import org.ambassadorportal.social.WebAddress.Segment;

/** Tumblr: the blog's name is the first label of its host, or stands in the path. */
record TumblrRules(Platform platform) implements Rules {

    private static final String HOST = ".tumblr.com";
    private static final Set<String> NOBODY = Set.of("www", "m", "mobile");
    private static final NameRule NAME =
            NameRule.plain(1, 32, "-").neverFirst("-").neverLast("-");
    private static final Paths PATHS = Paths.own(
                    "about api apps communities dashboard developers docs explore help inbox jobs"
                            + " likes following live login logout new policy press privacy register search security settings"
                            + " support tagged themes tips tv")
            .posts("post reblog image")
            .doors("blog view")
            .tabs("archive about ask submit");

    /** What stands on a blog's own host besides its start page. */
    private static final Paths ON_OWN_HOST = Paths.own("").tabs("archive about ask submit mobile rss likes following");

    @Override
    public SocialProfile inAddress(WebAddress address) throws Refused {
        String label = address.host().endsWith(HOST)
                ? address.host().substring(0, address.host().length() - HOST.length())
                : "";
        if (!label.isEmpty() && !NOBODY.contains(label)) {
            SocialProfile blog = stored(label);
            ON_OWN_HOST.refuseMore(behindHost(address, label), address, blog);
            return blog;
        }
        List<Segment> path = PATHS.fromName(address, platform);
        List<Segment> fromName =
                path.getFirst().word().equals("view") && path.size() > 1 ? path.subList(1, path.size()) : path;
        SocialProfile blog = stored(fromName.getFirst().text());
        PATHS.refuseMore(fromName, address, blog);
        return blog;
    }

    private static List<Segment> behindHost(WebAddress address, String label) {
        return Stream.concat(Stream.of(new Segment(label)), address.path().stream())
                .toList();
    }

    @Override
    public SocialProfile typed(String text) throws Refused {
        return inAddress(WebAddress.endingWith(text));
    }

    @Override
    public SocialProfile stored(String handle) throws Refused {
        String name = Letters.fold(handle.startsWith("@") ? handle.substring(1) : handle);
        NAME.check(name, platform);
        if (NOBODY.contains(name)) {
            throw Problem.of(Kind.RESERVED_PATH, name).on(platform).refused();
        }
        return new SocialProfile(platform, name, name, name + HOST, "https://" + name + HOST + "/", null);
    }
}
