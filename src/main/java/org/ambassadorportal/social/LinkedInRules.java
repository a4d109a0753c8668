package org.ambassadorportal.social;

import java.util.List;
import java.util.Map;
import org.ambassadorportal.social.Problem.Kind;
import org.ambassadorportal.social.WebAddress.Segment;

/**
 * LinkedIn: people stand under {@code /in/}, organizations under {@code /company/}, {@code /school/} and {@code /showcase/}.
 * The handle keeps that word, because the same name may stand under each.
 */
record LinkedInRules(Platform platform) implements Rules {

    private static final String PERSON = "in";
    private static final Map<String, String> ORGANIZATIONS =
            Map.of("company", "company", "companies", "company", "school", "school", "showcase", "showcase");
    private static final NameRule SLUG = NameRule.anyScript(3, 100, "-");
    /** Pages of organizations are older and wider in what they allow than the names of people. */
    private static final NameRule ORGANIZATION = NameRule.anyScript(1, 100, "-_.&'’");

    private static final Paths PATHS = Paths.own(
                    "about authwall checkpoint directory events feed games help jobs learning legal"
                            + " login me messaging mynetwork newsletters notifications premium products psettings sales search"
                            + " services settings signup talent top-content uas")
            .posts("pulse article video advice")
            .groups("groups grp")
            .doors("mwlite m");

    @Override
    public SocialProfile inAddress(WebAddress address) throws Refused {
        List<Segment> path = PATHS.fromName(address, platform);
        String kind = path.getFirst().word();
        if (kind.equals("posts") && path.size() > 1) {
            throw post(path.get(1).text(), address.part(path.getFirst()));
        }
        if (kind.equals("pub") || kind.equals("profile")) {
            throw Problem.of(Kind.OLD_ADDRESS, address.part(path.getFirst()))
                    .on(platform)
                    .refused();
        }
        boolean named = kind.equals(PERSON) || ORGANIZATIONS.containsKey(kind);
        if (!named || path.size() < 2) {
            throw Problem.of(Kind.NO_HANDLE, address.part(path.getFirst()))
                    .on(platform)
                    .refused();
        }
        // What follows the name is a tab or a language of the same page.
        return named(kind, path.get(1).text());
    }

    /** The author stands before the underscore: {@code /posts/jane-doe_some-title-activity-1}. */
    private Refused post(String name, String part) {
        Problem problem = Problem.of(Kind.POST_NOT_PROFILE, part).on(platform);
        int end = name.indexOf('_');
        try {
            return problem.probably(end > 0 ? named(PERSON, name.substring(0, end)) : null)
                    .refused();
        } catch (Refused noName) {
            return problem.refused();
        }
    }

    @Override
    public SocialProfile typed(String text) throws Refused {
        return WebAddress.firstOf(text, "/?#") < text.length() ? inAddress(WebAddress.endingWith(text)) : stored(text);
    }

    @Override
    public SocialProfile stored(String handle) throws Refused {
        int slash = handle.indexOf('/');
        String kind = slash < 0 ? PERSON : handle.substring(0, slash);
        if (!kind.equals(PERSON) && !ORGANIZATIONS.containsKey(kind)) {
            throw Problem.of(Kind.NO_HANDLE, handle).on(platform).refused();
        }
        String name = handle.substring(slash + 1);
        return named(kind, slash < 0 && name.startsWith("@") ? name.substring(1) : name);
    }

    private SocialProfile named(String kind, String name) throws Refused {
        boolean person = kind.equals(PERSON);
        (person ? SLUG : ORGANIZATION).check(name, platform);
        String handle = ORGANIZATIONS.getOrDefault(kind, PERSON) + "/" + Letters.fold(name);
        String url = "https://www.linkedin.com/" + WebAddress.encoded(handle);
        SocialProfile profile = new SocialProfile(platform, handle, handle, handle, url, null);
        return person ? profile : profile.asOrganizationPage();
    }
}
