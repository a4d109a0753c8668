package org.ambassadorportal.social;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ambassadorportal.social.Problem.Kind;
import org.ambassadorportal.social.WebAddress.Segment;
import org.jspecify.annotations.Nullable;

/**
 * Facebook: a name, in which dots and capitals do not count, or a number. The number may stand alone, behind a page's title
 * ({@code /pages/Title/1}, {@code /people/Title/1}, {@code /Title-1}) or in a query, and the title around it means nothing.
 */
record FacebookRules(Platform platform) implements Rules {

    private static final String HOST = "https://www.facebook.com/";

    /** Pages from before user names have hyphens in theirs, beyond what Facebook lets people choose today. */
    private static final NameRule NAME = NameRule.plain(5, 50, ".-");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");

    private static final Pattern ALL_DIGITS = Pattern.compile("[0-9]+");

    /** A page's title with its number behind it; shorter numbers may well belong to a name, like a year. */
    private static final Pattern TITLED = Pattern.compile(".*-([0-9]{10,20})", Pattern.DOTALL);

    private static final Set<String> TITLES_BEFORE_NUMBERS = Set.of("pages", "people", "p");
    /** Posts whose address names the profile in the query. */
    private static final Set<String> POSTS_WITH_ID = Set.of("permalink.php", "story.php");

    private static final Paths PATHS = Paths.own(
                    "about ads adsmanager ajax api apps badges bookmarks business campaign careers"
                            + " checkpoint composer connect dialog directory events events_manager find-friends findfriends friends"
                            + " fundraisers gaming games help home home.php index.php intern l.php language legal lists lite local"
                            + " login login.php logout marketplace media memories messages messenger ms news notes notifications"
                            + " offers pay places plugins policies policy privacy public r.php recover reg requests safety saved"
                            + " search settings share share.php sharer sharer.php signup site terms terms.php tr translations upload"
                            + " weather webhooks")
            .posts("photo photo.php photos video video.php videos watch reel reels stories hashtag live note.php"
                    + " media.php posts")
            .groups("groups group.php")
            .doors("pg")
            .tabs("about about_details community events followers following friends home info likes live mentions notes"
                    + " photos photos_albums posts reels reels_tab reviews services shop timeline videos app");

    @Override
    public SocialProfile inAddress(WebAddress address) throws Refused {
        List<Segment> path = PATHS.fromName(address, platform);
        Segment first = path.getFirst();
        if (first.word().equals("profile.php")) {
            return numbered(address, first);
        }
        if (POSTS_WITH_ID.contains(first.word())) {
            throw Problem.of(Kind.POST_NOT_PROFILE, address.part(first))
                    .on(platform)
                    .probably(address.parameter("id")
                            .filter(FacebookRules::isNumber)
                            .map(this::numbered)
                            .orElse(null))
                    .refused();
        }
        if (TITLES_BEFORE_NUMBERS.contains(first.word())) {
            return titled(address, path);
        }
        SocialProfile profile = stored(first.text());
        PATHS.refuseMore(path, address, profile);
        return profile;
    }

    @Override
    public SocialProfile typed(String text) throws Refused {
        return inAddress(WebAddress.endingWith(text));
    }

    @Override
    public SocialProfile stored(String handle) throws Refused {
        String name = handle.startsWith("@") ? handle.substring(1) : handle;
        Matcher titled = TITLED.matcher(name);
        if (titled.matches()) {
            return Letters.isAscii(name) ? named(name, titled.group(1)) : numbered(titled.group(1));
        }
        if (ALL_DIGITS.matcher(name).matches() && name.length() >= NAME.min()) {
            if (!isNumber(name)) {
                throw Problem.of(Kind.BAD_ID, name).on(platform).refused();
            }
            return numbered(name);
        }
        return named(name, null);
    }

    /** {@code profile.php?id=1}. */
    private SocialProfile numbered(WebAddress address, Segment first) throws Refused {
        Optional<String> id = address.parameter("id");
        if (id.isEmpty()) {
            throw Problem.of(Kind.NO_HANDLE, address.part(first)).on(platform).refused();
        }
        if (!isNumber(id.get())) {
            throw Problem.of(Kind.BAD_ID, id.get()).on(platform).refused();
        }
        return numbered(id.get());
    }

    /** The number is a segment of its own or the end of one; the last such counts, as places and categories stand before it. */
    private SocialProfile titled(WebAddress address, List<Segment> path) throws Refused {
        for (Segment segment : path.subList(1, path.size()).reversed()) {
            Matcher titled = TITLED.matcher(segment.raw());
            if (isNumber(segment.raw()) || titled.matches()) {
                return numbered(isNumber(segment.raw()) ? segment.raw() : titled.group(1));
            }
        }
        throw Problem.of(path.size() < 2 ? Kind.RESERVED_PATH : Kind.BAD_ID, address.part(path.getLast()))
                .on(platform)
                .refused();
    }

    private SocialProfile numbered(String id) {
        return new SocialProfile(platform, id, id, id, HOST + id, id);
    }

    private SocialProfile named(String name, @Nullable String id) throws Refused {
        NAME.check(name, platform);
        String key = id == null ? Letters.fold(name).replace(".", "") : id;
        if (key.isEmpty()) {
            throw Problem.of(Kind.NO_HANDLE, name).on(platform).refused();
        }
        return new SocialProfile(platform, name, key, name, HOST + name, id);
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
