package org.ambassadorportal.social;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ambassadorportal.social.Problem.Kind;
import org.ambassadorportal.social.WebAddress.Segment;

/** Reddit: people ({@code u/}) and communities ({@code r/}); a registry may hold either, so the handle keeps the letter. */
record RedditRules(Platform platform) implements Rules {

    private static final Map<String, String> FORMS = Map.of("u", "u", "user", "u", "r", "r");
    private static final NameRule USER = NameRule.plain(3, 20, "_-");
    private static final NameRule COMMUNITY = NameRule.plain(2, 21, "_").neverFirst("_");
    private static final Set<String> NOBODY = Set.of("r/all", "r/popular", "r/home", "r/mod", "u/me");
    private static final Paths PATHS = Paths.own(
                    "about best community coins explore hot login media message new notifications"
                            + " policies popular premium register rising search settings submit subreddits top topics wiki")
            .posts("comments gallery video poll")
            .tabs("submitted comments about overview posts gilded hot new top rising wiki");

    @Override
    public SocialProfile inAddress(WebAddress address) throws Refused {
        List<Segment> path = PATHS.fromName(address, platform);
        String form = path.getFirst().word();
        if (!FORMS.containsKey(form) || path.size() < 2) {
            throw Problem.of(Kind.NO_HANDLE, address.part(path.getFirst()))
                    .on(platform)
                    .refused();
        }
        String name = path.get(1).text();
        if (NOBODY.contains(FORMS.get(form) + "/" + Letters.fold(name))) {
            throw Problem.of(Kind.RESERVED_PATH, address.part(path.get(1)))
                    .on(platform)
                    .refused();
        }
        SocialProfile profile = stored(FORMS.get(form) + "/" + name);
        PATHS.refuseMore(path.subList(1, path.size()), address, profile);
        return profile;
    }

    @Override
    public SocialProfile typed(String text) throws Refused {
        return WebAddress.firstOf(text, "/?#") < text.length() ? inAddress(WebAddress.endingWith(text)) : stored(text);
    }

    @Override
    public SocialProfile stored(String handle) throws Refused {
        int slash = handle.indexOf('/');
        String form = slash < 0 ? "u" : handle.substring(0, slash);
        String name = handle.substring(slash + 1);
        if (slash < 0 && name.startsWith("@")) {
            name = name.substring(1);
        }
        if (!form.equals("u") && !form.equals("r")) {
            throw Problem.of(Kind.NO_HANDLE, handle).on(platform).refused();
        }
        (form.equals("u") ? USER : COMMUNITY).check(name, platform);
        String own = form + "/" + name;
        String url = "https://www.reddit.com/" + (form.equals("u") ? "user/" : "r/") + name + "/";
        return new SocialProfile(platform, own, Letters.fold(own), own, url, null);
    }
}
