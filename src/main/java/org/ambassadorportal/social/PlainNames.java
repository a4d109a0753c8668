package org.ambassadorportal.social;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.ambassadorportal.social.WebAddress.Segment;

/**
 * Platforms on which an account is one plain name, and its address is that name between two fixed texts. What tells them apart
 * is data, taken from what each platform says of its user names.
 *
 * @param before the canonical address up to the name
 * @param after the canonical address behind the name
 * @param at what people see before the name
 * @param written how the platform itself writes a name, whichever way it is typed
 * @param number tells the platform's own numbers of accounts, where they may stand in place of a name
 */
record PlainNames(
        Platform platform,
        NameRule rule,
        Paths paths,
        String before,
        String after,
        String at,
        UnaryOperator<String> written,
        Predicate<String> number)
        implements Rules {

    /** Flickr's NSID, like {@code 86722064@N03}. */
    private static final Predicate<String> NSID =
            Pattern.compile("\\d{1,12}@N\\d{2}", Pattern.CASE_INSENSITIVE).asMatchPredicate();

    private PlainNames(
            Platform platform,
            NameRule rule,
            Paths paths,
            String before,
            String after,
            String at,
            UnaryOperator<String> written) {
        this(platform, rule, paths, before, after, at, written, name -> false);
    }

    static Rules x(Platform platform) {
        return new PlainNames(
                platform,
                NameRule.plain(1, 15, "_"),
                Paths.own(
                                "about account communities compose download explore favorites followers following goodies hashtag"
                                        + " help home i intent invitations jobs lists login logout mentions messages moments"
                                        + " notifications oauth personalization privacy search search-advanced search-home sessions"
                                        + " settings share signup topics tos trends who_to_follow widgets")
                        .posts("status statuses")
                        .tabs(
                                "with_replies media likes followers following verified_followers highlights articles photo"
                                        + " header_photo about favorites lists replies"),
                "https://x.com/",
                "",
                "@",
                UnaryOperator.identity());
    }

    static Rules instagram(Platform platform) {
        return new PlainNames(
                platform,
                NameRule.plain(1, 30, "_.").neverFirst(".").neverLast(".").neverDoubled("."),
                Paths.own(
                                "about accounts api challenge developer direct directory download emails explore graphql highlights legal login"
                                        + " lite popular press privacy session share terms topics web your_activity")
                        .posts("p reel reels tv s")
                        .doors("_u stories")
                        .tabs("reels tagged channel feed guides followers following"),
                "https://www.instagram.com/",
                "/",
                "@",
                Letters::fold);
    }

    static Rules threads(Platform platform) {
        return new PlainNames(
                platform,
                NameRule.plain(1, 30, "_.").neverFirst(".").neverLast(".").neverDoubled("."),
                Paths.own(
                                "about activity custom_feed download following for_you intent liked login privacy saved search"
                                        + " settings share tag terms")
                        .posts("t post")
                        .tabs("replies media reposts"),
                "https://www.threads.com/@",
                "",
                "@",
                Letters::fold);
    }

    static Rules tikTok(Platform platform) {
        return new PlainNames(
                platform,
                NameRule.plain(2, 24, "_.").neverLast("."),
                Paths.own(
                                "about business channel coin creators discover download effect embed en explore following foryou"
                                        + " friends legal live login logout messages music place search setting settings share shop"
                                        + " signup sticker tag transparency trending upload")
                        .posts("t v video photo")
                        .tabs("live"),
                "https://www.tiktok.com/@",
                "",
                "@",
                Letters::fold);
    }

    static Rules flickr(Platform platform) {
        return new PlainNames(
                platform,
                NameRule.plain(1, 50, "_-"),
                Paths.own(
                                "about account cameras commons creativecommons events explore help jobs map prints search services"
                                        + " signin signup tags tools upload")
                        .groups("groups")
                        .doors("photos people")
                        .tabs("sets albums galleries favorites collections map archives stats with contacts"),
                "https://www.flickr.com/photos/",
                "/",
                "",
                Letters::fold,
                NSID);
    }

    static Rules pinterest(Platform platform) {
        return new PlainNames(
                platform,
                NameRule.plain(3, 30, "_"),
                Paths.own(
                                "about business categories explore ideas login news_hub password search settings shop today topics"
                                        + " videos")
                        .posts("pin")
                        .tabs("_saved _created _pins _boards pins boards followers following"),
                "https://www.pinterest.com/",
                "/",
                "@",
                Letters::fold);
    }

    static Rules vimeo(Platform platform) {
        return new PlainNames(
                platform,
                NameRule.plain(3, 50, "_-"),
                Paths.own(
                                "about album api blog categories channels create enterprise event features help join jobs log_in"
                                        + " manage ondemand plus pricing search settings showcase sitemap solutions stock terms"
                                        + " upgrade upload watch")
                        .posts("video " + Paths.NUMBER)
                        .groups("groups")
                        .tabs("videos about albums channels likes following followers"),
                "https://vimeo.com/",
                "",
                "",
                Letters::fold);
    }

    static Rules gitHub(Platform platform) {
        return new PlainNames(
                platform,
                NameRule.plain(1, 39, "-").neverFirst("-").neverLast("-").neverDoubled("-"),
                Paths.own(
                                "about account apps blog codespaces collections contact copilot customer-stories dashboard discussions"
                                        + " enterprise events explore features issues join login logout marketplace mobile new"
                                        + " notifications organizations pricing pulls readme search security sessions settings"
                                        + " signup site sponsors stars team topics trending watching")
                        .doors("orgs")
                        .tabs("repositories followers following people projects packages"),
                "https://github.com/",
                "",
                "@",
                UnaryOperator.identity());
    }

    static Rules snapchat(Platform platform) {
        return new PlainNames(
                platform,
                NameRule.plain(3, 15, "_-.").neverFirst("_-.0123456789").neverLast("_-."),
                Paths.own(
                                "ads business create discover download explore lens lenses map p privacy search snapcodes spotlight"
                                        + " terms unlock web")
                        .posts("t")
                        .doors("add"),
                "https://www.snapchat.com/@",
                "",
                "@",
                Letters::fold);
    }

    @Override
    public SocialProfile inAddress(WebAddress address) throws Refused {
        List<Segment> path = paths.fromName(address, platform);
        SocialProfile profile = stored(path.getFirst().text());
        paths.refuseMore(path, address, profile);
        return profile;
    }

    @Override
    public SocialProfile typed(String text) throws Refused {
        if (WebAddress.firstOf(text, "/?#") < text.length()) {
            return inAddress(WebAddress.endingWith(text));
        }
        // Where names stand in the path behind an @, a person may well be called like one of the platform's pages.
        if (!before.endsWith("@")) {
            String name = withoutAt(text);
            paths.refuseWord(Letters.fold(name), name, platform);
        }
        return stored(text);
    }

    @Override
    public SocialProfile stored(String handle) throws Refused {
        String name = withoutAt(handle);
        boolean numbered = number.test(name);
        if (!numbered) {
            rule.check(name, platform);
        }
        String own = written.apply(name);
        String url = before + WebAddress.encoded(own) + after;
        return new SocialProfile(platform, own, Letters.fold(own), at + own, url, numbered ? own : null);
    }

    private static String withoutAt(String name) {
        return name.startsWith("@") ? name.substring(1) : name;
    }
}
