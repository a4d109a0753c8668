package org.ambassadorportal.social;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ambassadorportal.social.Problem.Kind;
import org.ambassadorportal.social.WebAddress.Segment;
import org.jspecify.annotations.Nullable;

/** Bluesky: a handle is a domain name; an account's own id (DID) may stand in its place. */
record BlueskyRules(Platform platform) implements Rules {

    static final String HOME = ".bsky.social";

    private static final String AT = "at://";
    private static final String WEB_ID = "did:web:";
    private static final Predicate<String> PLC_ID =
            Pattern.compile("did:plc:[a-z2-7]{24}").asMatchPredicate();
    private static final Paths PATHS = Paths.own(
                    "about feeds hashtag home intent lists login messages moderation notifications"
                            + " saved search settings sys support topic")
            .groups("starter-pack start starter-pack-short")
            .doors("profile")
            .tabs("followers follows known-followers search");

    @Override
    public SocialProfile inAddress(WebAddress address) throws Refused {
        if (address.host().endsWith(HOME)) {
            return stored(address.host());
        }
        List<Segment> path = PATHS.fromName(address, platform);
        SocialProfile profile = stored(path.getFirst().text());
        PATHS.refuseMore(path, address, profile);
        return profile;
    }

    @Override
    public SocialProfile typed(String text) throws Refused {
        String handle = text.startsWith(AT) ? text.substring(AT.length()) : text;
        return WebAddress.firstOf(handle, "/?#") < handle.length()
                ? inAddress(WebAddress.endingWith(handle))
                : stored(handle);
    }

    @Override
    public SocialProfile stored(String handle) throws Refused {
        String name = handle.startsWith("@") ? handle.substring(1) : handle;
        if (name.startsWith("did:")) {
            return identified(name);
        }
        if (!name.isEmpty() && !name.contains(".")) {
            throw incomplete(name);
        }
        return profile(DomainName.plain(name, platform), null, "@");
    }

    private SocialProfile identified(String id) throws Refused {
        if (id.startsWith(WEB_ID)) {
            return profile(WEB_ID + DomainName.plain(id.substring(WEB_ID.length()), platform));
        }
        if (!PLC_ID.test(id)) {
            throw Problem.of(Kind.BAD_ID, id).on(platform).refused();
        }
        return profile(id);
    }

    private SocialProfile profile(String id) {
        return profile(id, id, "");
    }

    private SocialProfile profile(String handle, @Nullable String id, String at) {
        return new SocialProfile(
                platform, handle, handle, at + handle, "https://bsky.app/profile/" + WebAddress.encoded(handle), id);
    }

    /** Most people who give half of a name have an account on Bluesky's own server. */
    private Refused incomplete(String name) {
        Problem problem = Problem.of(Kind.INCOMPLETE_HANDLE, name).on(platform);
        try {
            String whole = DomainName.plain(name + HOME, platform);
            return problem.probably(profile(whole, null, "@")).refused();
        } catch (Refused notEvenThat) {
            return problem.refused();
        }
    }
}
