package org.ambassadorportal.social;

import static java.util.Map.entry;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import org.ambassadorportal.social.Problem.Kind;
import org.jspecify.annotations.Nullable;

/** Which host belongs to whom. */
final class Hosts {

    private static final Map<String, Platform> PLATFORMS = Map.ofEntries(
            entry("x.com", Platform.X),
            entry("twitter.com", Platform.X),
            entry("linkedin.com", Platform.LINKEDIN),
            entry("bsky.app", Platform.BLUESKY),
            entry("instagram.com", Platform.INSTAGRAM),
            entry("instagr.am", Platform.INSTAGRAM),
            entry("threads.com", Platform.THREADS),
            entry("threads.net", Platform.THREADS),
            entry("youtube.com", Platform.YOUTUBE),
            entry("facebook.com", Platform.FACEBOOK),
            entry("fb.com", Platform.FACEBOOK),
            entry("tiktok.com", Platform.TIKTOK),
            entry("flickr.com", Platform.FLICKR),
            entry("tumblr.com", Platform.TUMBLR),
            entry("pinterest.com", Platform.PINTEREST),
            entry("vimeo.com", Platform.VIMEO),
            entry("github.com", Platform.GITHUB),
            entry("snapchat.com", Platform.SNAPCHAT),
            entry("reddit.com", Platform.REDDIT),
            entry("whatsapp.com", Platform.WHATSAPP),
            entry("chat.whatsapp.com", Platform.WHATSAPP),
            entry("wa.me", Platform.WHATSAPP));

    /** First labels that show the same site in another dress; countries and languages have two letters or a form like en-gb. */
    private static final Set<String> DRESS =
            Set.of("www", "m", "mobile", "touch", "web", "mbasic", "lite", "old", "new", "np", "music");

    private static final Set<String> SHORT_LINKS =
            Letters.words("t.co lnkd.in fb.me fb.watch l.facebook.com lm.facebook.com l.instagram.com "
                    + "vm.tiktok.com vt.tiktok.com pin.it redd.it flic.kr go.bsky.app bit.ly buff.ly "
                    + "ow.ly goo.gl tinyurl.com is.gd dlvr.it trib.al");

    /** Hosts of single posts. */
    private static final Map<String, Platform> POSTS = Map.of("youtu.be", Platform.YOUTUBE);

    /** Where {@code /@name} is no Mastodon account, though it looks like one. */
    private static final Set<String> NOT_MASTODON =
            Letters.words("medium.com substack.com unsplash.com flipboard.com steemit.com hive.blog "
                    + "odysee.com producthunt.com lemon8-app.com linktr.ee canva.com replit.com "
                    + "observablehq.com t.me rumble.com vk.com kick.com");

    /** Large servers by name, so that an address without a leading @ is not taken for a mail address. */
    private static final Set<String> MASTODON =
            Letters.words("mastodon.social mastodon.online mas.to mstdn.social mastodon.world "
                    + "techhub.social fosstodon.org hachyderm.io infosec.exchange med-mastodon.com "
                    + "fediscience.org mathstodon.xyz scholar.social sciences.social qoto.org "
                    + "journa.host mstdn.science genomic.social ecoevo.social neuromatch.social "
                    + "newsie.social universeodon.com toot.community mastodon.sdf.org c.im aus.social "
                    + "octodon.social");

    private static final Set<String> MAIL =
            Letters.words("gmail.com googlemail.com yahoo.com hotmail.com outlook.com live.com msn.com "
                    + "icloud.com me.com aol.com proton.me protonmail.com");

    /** Letters that are drawn like plain ones, with the plain ones below them. */
    private static final String LOOKS = "аеорсухіѕјкмнтвԁԛԝɡɑıοαιυνκρτχ";

    private static final String LIKE = "aeopcyxisjkmhtbdqwgaioaiuvkptx";

    private Hosts() {}

    /** The platform whose pages stand on this host. */
    static @Nullable Platform platformOf(String host) {
        Platform exact = PLATFORMS.get(host);
        if (exact != null) {
            return exact;
        }
        if (host.endsWith(BlueskyRules.HOME)) {
            return Platform.BLUESKY;
        }
        if (isTumblrBlog(host)) {
            return Platform.TUMBLR;
        }
        String undressed = undressed(host);
        return isPinterestAbroad(undressed) ? Platform.PINTEREST : PLATFORMS.get(undressed);
    }

    /** Whether the host itself says who is meant: a blog on Tumblr, a name on Bluesky's own server. */
    static boolean carriesName(String host) {
        return host.endsWith(BlueskyRules.HOME) || isTumblrBlog(host);
    }

    static boolean isMastodonServer(String host) {
        return MASTODON.contains(Letters.fold(host));
    }

    static boolean isMail(String host) {
        return MAIL.contains(Letters.fold(host));
    }

    /** Refuses hosts that are known and hold no profiles, and those that only look like a platform's. */
    static void refuseKnown(WebAddress address) throws Refused {
        String host = address.host();
        String bare = host.startsWith("www.") ? host.substring("www.".length()) : host;
        if (SHORT_LINKS.contains(bare)) {
            throw Problem.of(Kind.SHORT_LINK, address.hostAsTyped()).refused();
        }
        if (POSTS.containsKey(bare)) {
            throw Problem.of(Kind.POST_NOT_PROFILE, address.hostAsTyped())
                    .on(POSTS.get(bare))
                    .refused();
        }
        refuseDisguise(address);
        if (platformOf(host) == null) {
            refuseOtherPagesOfPlatforms(address);
        }
    }

    /** Whether {@code /@name} on this host may be a Mastodon account. */
    static boolean maybeMastodon(String host) {
        return NOT_MASTODON.stream().noneMatch(other -> host.equals(other) || host.endsWith("." + other));
    }

    private static void refuseDisguise(WebAddress address) throws Refused {
        String host = address.host();
        if (Letters.isAscii(host) && !host.contains("xn--")) {
            return;
        }
        Platform imitated = platformOf(plainLook(IDN.toUnicode(host)));
        if (imitated != null) {
            throw Problem.of(Kind.LOOKALIKE, address.hostAsTyped()).on(imitated).refused();
        }
    }

    /** Help, news and developers' pages: {@code help.x.com}. */
    private static void refuseOtherPagesOfPlatforms(WebAddress address) throws Refused {
        for (Map.Entry<String, Platform> own : PLATFORMS.entrySet()) {
            if (address.host().endsWith("." + own.getKey())) {
                throw Problem.of(Kind.RESERVED_PATH, address.hostAsTyped())
                        .on(own.getValue())
                        .refused();
            }
        }
    }

    private static String plainLook(String host) {
        String bare = Letters.fold(Letters.bare(Normalizer.normalize(host, Normalizer.Form.NFKC)));
        StringBuilder plain = new StringBuilder();
        bare.codePoints().forEach(letter -> {
            int at = LOOKS.indexOf(letter);
            plain.appendCodePoint(at < 0 ? letter : LIKE.charAt(at));
        });
        return plain.toString().replace('。', '.');
    }

    private static String undressed(String host) {
        String rest = host;
        int dot = rest.indexOf('.');
        while (dot > 0 && rest.indexOf('.', dot + 1) > 0 && isDress(rest.substring(0, dot))) {
            rest = rest.substring(dot + 1);
            dot = rest.indexOf('.');
        }
        return rest;
    }

    private static boolean isDress(String label) {
        return DRESS.contains(label) || label.length() == 2 || (label.length() == 5 && label.charAt(2) == '-');
    }

    private static boolean isTumblrBlog(String host) {
        return host.endsWith(".tumblr.com") && host.indexOf('.') == host.length() - ".tumblr.com".length();
    }

    /** Pinterest has a host per country: {@code pinterest.de}, {@code pinterest.co.uk}. */
    private static boolean isPinterestAbroad(String host) {
        if (!host.startsWith("pinterest.")) {
            return false;
        }
        String country = host.substring("pinterest.".length());
        return country.length() == 2
                || (country.length() == 5 && country.startsWith("co."))
                || (country.length() == 6 && country.startsWith("com."));
    }
}
