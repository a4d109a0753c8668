package org.ambassadorportal.social;

import java.util.List;
import java.util.Set;
import org.ambassadorportal.social.Problem.Kind;
import org.ambassadorportal.social.WebAddress.Segment;

/**
 * The words that stand in a platform's paths and are no names.
 *
 * @param own the platform's own pages
 * @param posts what single posts stand under; {@link #NUMBER} among them means that a bare number is a post
 * @param groups what groups of people stand under
 * @param doors what a name may stand under
 * @param tabs what may follow a name without leaving the profile
 */
record Paths(Set<String> own, Set<String> posts, Set<String> groups, Set<String> doors, Set<String> tabs) {

    static final String NUMBER = "#";

    /** Pages that every platform has or may have tomorrow, so that nobody's name is read into them. */
    private static final String EVERYWHERE =
            "home explore search share intent login logout signup settings notifications messages privacy terms";

    static Paths own(String words) {
        return new Paths(Letters.words(EVERYWHERE + " " + words), Set.of(), Set.of(), Set.of(), Set.of());
    }

    Paths posts(String words) {
        return new Paths(own, Letters.words(words), groups, doors, tabs);
    }

    Paths groups(String words) {
        return new Paths(own, posts, Letters.words(words), doors, tabs);
    }

    Paths doors(String words) {
        return new Paths(own, posts, groups, Letters.words(words), tabs);
    }

    Paths tabs(String words) {
        return new Paths(own, posts, groups, doors, Letters.words(words));
    }

    /** The path from the segment on that holds the name; refuses a path that has none. */
    List<Segment> fromName(WebAddress address, Platform platform) throws Refused {
        List<Segment> path = address.path();
        if (!path.isEmpty() && doors.contains(path.getFirst().word())) {
            path = path.subList(1, path.size());
        }
        if (path.isEmpty()) {
            throw Problem.of(Kind.NO_HANDLE, address.text()).on(platform).refused();
        }
        refuseWord(path.getFirst().word(), address.part(path.getFirst()), platform);
        return path;
    }

    /** Refuses a first word that is the platform's, not a person's. */
    void refuseWord(String word, String part, Platform platform) throws Refused {
        if (posts.contains(isNumber(word) ? NUMBER : word)) {
            throw Problem.of(Kind.POST_NOT_PROFILE, part).on(platform).refused();
        }
        if (groups.contains(word)) {
            throw Problem.of(Kind.GROUP_NOT_PROFILE, part).on(platform).refused();
        }
        if (own.contains(word)) {
            throw Problem.of(Kind.RESERVED_PATH, part).on(platform).refused();
        }
    }

    /** Refuses an address that goes on, behind the name, to something that is not the profile itself. */
    void refuseMore(List<Segment> fromName, WebAddress address, SocialProfile profile) throws Refused {
        if (fromName.size() < 2) {
            return;
        }
        Segment next = fromName.get(1);
        if (fromName.size() > 2 || !tabs.contains(next.word())) {
            throw Problem.of(Kind.POST_NOT_PROFILE, address.part(next))
                    .on(profile.platform())
                    .probably(profile)
                    .refused();
        }
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.codePoints().allMatch(letter -> letter >= '0' && letter <= '9');
    }
}
