package org.ambassadorportal.social;

import java.util.List;
import org.ambassadorportal.social.Problem.Kind;
import org.ambassadorportal.social.WebAddress.Segment;

/**
 * Mastodon: an account is {@code user@domain}, on any server. An address names the server that shows the account, which is the
 * account's own unless the name says another one ({@code /@user@elsewhere}).
 */
record MastodonRules(Platform platform) implements Rules {

    /** Inner dots and hyphens only; 30 is what a server allows for its own people, and everybody is at home on one. */
    private static final NameRule USER =
            NameRule.plain(1, 30, "_.-").neverFirst(".-").neverLast(".-");

    private static final Paths PATHS = Paths.own(
                    "about explore home public local settings auth notifications search tags lists deck getting-started invite")
            .doors("users web deck")
            .tabs("media with_replies featured followers following");

    /** Whether the path is one that Mastodon and its kin give an account, on a server nobody has told us of. */
    static boolean looksLikeAccount(WebAddress address) {
        List<String> path = address.path().stream().map(Segment::raw).toList();
        boolean web = path.size() > 1 && path.getFirst().equals("web");
        return path.get(web ? 1 : 0).startsWith("@");
    }

    @Override
    public SocialProfile inAddress(WebAddress address) throws Refused {
        List<Segment> path = PATHS.fromName(address, platform);
        String name = path.getFirst().text();
        String account = name.startsWith("@") ? name.substring(1) : name;
        String server = address.host().startsWith("www.") ? address.host().substring("www.".length()) : address.host();
        SocialProfile profile = account.contains("@") ? stored(account) : on(server, account);
        PATHS.refuseMore(path, address, profile);
        return profile;
    }

    @Override
    public SocialProfile typed(String text) throws Refused {
        return stored(text);
    }

    @Override
    public SocialProfile stored(String handle) throws Refused {
        String account = handle.startsWith("@") ? handle.substring(1) : handle;
        int at = account.indexOf('@');
        if (at < 0 || at == account.length() - 1) {
            USER.check(at < 0 ? account : account.substring(0, at), platform);
            throw Problem.of(Kind.INCOMPLETE_HANDLE, account).on(platform).refused();
        }
        return on(account.substring(at + 1), account.substring(0, at));
    }

    private SocialProfile on(String server, String user) throws Refused {
        USER.check(user, platform);
        String domain = DomainName.international(server, platform);
        Platform other = Hosts.platformOf(domain);
        if (other != null) {
            throw Problem.of(Kind.WRONG_PLATFORM, server)
                    .on(platform)
                    .with(other.label())
                    .refused();
        }
        if (!Hosts.maybeMastodon(domain)) {
            throw Problem.of(Kind.UNKNOWN_PLATFORM, server).on(platform).refused();
        }
        String handle = user + "@" + domain;
        return new SocialProfile(
                platform, handle, Letters.fold(handle), "@" + handle, "https://" + domain + "/@" + user, null);
    }
}
