package org.ambassadorportal.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.ambassadorportal.social.Problem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not the address of a profile, with the part that is wrong. */
class RefusedAddressesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            https://x.com/home                                     | RESERVED_PATH       | /home
            https://twitter.com/#!/search/umich                    | RESERVED_PATH       | /search
            x.com/explore                                          | RESERVED_PATH       | /explore
            https://x.com/i/status/123                             | RESERVED_PATH       | /i
            https://twitter.com/intent/follow?screen_name=foo      | RESERVED_PATH       | /intent
            https://twitter.com/share?url=x                        | RESERVED_PATH       | /share
            https://www.instagram.com/explore/tags/cat             | RESERVED_PATH       | /explore
            https://www.facebook.com/sharer.php?u=x                | RESERVED_PATH       | /sharer.php
            https://www.facebook.com/pages/                        | RESERVED_PATH       | /pages
            https://www.linkedin.com/feed/update/urn:li:activity:1 | RESERVED_PATH       | /feed
            https://www.youtube.com/results?search_query=x         | RESERVED_PATH       | /results
            https://www.tiktok.com/foryou                          | RESERVED_PATH       | /foryou
            https://bsky.app/search?q=x                            | RESERVED_PATH       | /search
            https://www.threads.net/search                         | RESERVED_PATH       | /search
            https://mastodon.social/explore                        | RESERVED_PATH       | /explore
            https://help.x.com/en                                  | RESERVED_PATH       | help.x.com
            https://www.reddit.com/r/all                           | RESERVED_PATH       | /all
            https://www.instagram.com/p/Cabc123/                   | POST_NOT_PROFILE    | /p
            https://www.instagram.com/stories/highlights/1         | RESERVED_PATH       | /highlights
            https://www.youtube.com/home                           | RESERVED_PATH       | /home
            https://www.threads.net/intent/post                    | RESERVED_PATH       | /intent
            https://www.youtube.com/watch?v=dQw4w9WgXcQ            | POST_NOT_PROFILE    | /watch
            https://youtu.be/dQw4w9WgXcQ                           | POST_NOT_PROFILE    | youtu.be
            https://www.youtube.com/shorts/abc                     | POST_NOT_PROFILE    | /shorts
            https://www.facebook.com/watch/?v=1                    | POST_NOT_PROFILE    | /watch
            https://www.facebook.com/photo.php?fbid=1              | POST_NOT_PROFILE    | /photo.php
            https://www.tiktok.com/t/ZT8abc                        | POST_NOT_PROFILE    | /t
            https://www.threads.net/t/abc                          | POST_NOT_PROFILE    | /t
            https://vimeo.com/76979871                             | POST_NOT_PROFILE    | /76979871
            https://www.pinterest.com/pin/1/                       | POST_NOT_PROFILE    | /pin
            https://www.facebook.com/groups/123                    | GROUP_NOT_PROFILE   | /groups
            http://www.linkedin.com/groups?gid=1545057&home=       | GROUP_NOT_PROFILE   | /groups
            http://www.flickr.com/groups/fdny-ems                  | GROUP_NOT_PROFILE   | /groups
            https://chat.whatsapp.com/Abc                          | GROUP_NOT_PROFILE   | chat.whatsapp.com
            https://www.linkedin.com/pub/jane-doe/12/345/678       | OLD_ADDRESS         | /pub
            https://www.linkedin.com/profile/view?id=1             | OLD_ADDRESS         | /profile
            https://x.com/                                         | NO_HANDLE           | https://x.com/
            https://www.linkedin.com/in/                           | NO_HANDLE           | /in
            https://www.linkedin.com/company                       | NO_HANDLE           | /company
            https://www.youtube.com/channel/                       | NO_HANDLE           | /channel
            https://www.facebook.com/profile.php                   | NO_HANDLE           | /profile.php
            https://bsky.app/profile/                              | NO_HANDLE           | https://bsky.app/profile/
            https://wa.me/17347642220                              | NO_HANDLE           | /17347642220
            I have none yet                                        | NO_HANDLE           | I have none yet
            https://x.com/abcdefghijklmnop                         | TOO_LONG            | abcdefghijklmnop
            https://www.linkedin.com/in/ab                         | TOO_SHORT           | ab
            https://www.youtube.com/@ab                            | TOO_SHORT           | ab
            https://www.tiktok.com/@a                              | TOO_SHORT           | a
            https://www.facebook.com/NYPD                          | TOO_SHORT           | NYPD
            https://x.com/jane.doe                                 | BAD_CHARACTER       | .
            https://x.com/jane-doe                                 | BAD_CHARACTER       | -
            https://www.instagram.com/jane-doe                     | BAD_CHARACTER       | -
            https://www.facebook.com/jane_doe                      | BAD_CHARACTER       | _
            https://www.linkedin.com/in/jane_doe                   | BAD_CHARACTER       | _
            https://x.com/foo~bar                                  | BAD_CHARACTER       | ~
            https://x.com/foo💩                                    | BAD_CHARACTER       | 💩
            https://www.instagram.com/.jane                        | MISPLACED_CHARACTER | .
            https://www.instagram.com/jane.                        | MISPLACED_CHARACTER | .
            https://www.instagram.com/ja..ne                       | MISPLACED_CHARACTER | ..
            https://www.threads.net/@ja..ne                        | MISPLACED_CHARACTER | ..
            https://www.tiktok.com/@jane.                          | MISPLACED_CHARACTER | .
            @.jane@mas.to                                          | MISPLACED_CHARACTER | .
            @jane-@mas.to                                          | MISPLACED_CHARACTER | -
            https://x.com/jаne                                     | LOOKALIKE           | а
            https://x.com/josé                                     | LOOKALIKE           | é
            https://x.com/ｆｏｏ                                      | LOOKALIKE           | ｆ
            https://www.instagram.com/ɡood                         | LOOKALIKE           | ɡ
            https://www.youtube.com/@jаne                          | LOOKALIKE           | а
            https://www.youtube.com/@𝐉𝐚𝐧𝐞                          | LOOKALIKE           | 𝐉
            https://www.linkedin.com/in/jаne-doe                   | LOOKALIKE           | а
            https://х.com/foo                                      | LOOKALIKE           | х.com
            https://fаcebook.com/jane.doe                          | LOOKALIKE           | fаcebook.com
            https://xn--fcebook-2fg.com/jane.doe                   | LOOKALIKE           | xn--fcebook-2fg.com
            https://lınkedin.com/in/jane                           | LOOKALIKE           | lınkedin.com
            https://mаstodon.test/@jane                            | LOOKALIKE           | а
            https://www.youtube.com/channel/UCshort                | BAD_ID              | UCshort
            https://www.facebook.com/profile.php?id=jane           | BAD_ID              | jane
            https://www.facebook.com/people/Jane/pfbid02abc        | BAD_ID              | /pfbid02abc
            https://bsky.app/profile/did:plc:tooshort              | BAD_ID              | did:plc:tooshort
            @jane@server.localhost                                 | BAD_DOMAIN          | .localhost
            @jane@127.0.0.1                                        | BAD_DOMAIN          | .1
            @jane@-bad.test                                        | BAD_DOMAIN          | -bad
            https://bsky.app/profile/jane.onion                    | BAD_DOMAIN          | .onion
            https://lnkd.in/abc                                    | SHORT_LINK          | lnkd.in
            https://t.co/abc                                       | SHORT_LINK          | t.co
            https://vm.tiktok.com/abc                              | SHORT_LINK          | vm.tiktok.com
            jane@umich.test                                        | MAIL_ADDRESS        | jane@umich.test
            mailto:jane@umich.test                                 | MAIL_ADDRESS        | jane@umich.test
            @jane                                                  | AMBIGUOUS           | @jane
            jane_doe                                               | AMBIGUOUS           | jane_doe
            https://x.com/foo and https://x.com/bar                | SEVERAL_ADDRESSES   | https://x.com/bar
            https://x.com/foo,https://instagram.com/foo            | SEVERAL_ADDRESSES   | https://instagram.com/foo
            https://umich.test/jane                                | UNKNOWN_PLATFORM    | umich.test
            http://web.stagram.com/n/nyc_dot                       | UNKNOWN_PLATFORM    | web.stagram.com
            https://medium.com/@jane                               | UNKNOWN_PLATFORM    | medium.com
            https://x.com.evil.test/foo                            | UNKNOWN_PLATFORM    | x.com.evil.test
            www.janedoe.test                                       | UNKNOWN_PLATFORM    | www.janedoe.test
            javascript:alert(1)                                    | UNSAFE_SCHEME       | javascript:
            JavaScript://x.com/%0aalert(1)                         | UNSAFE_SCHEME       | JavaScript:
            see javascript:alert(1) x.com/foo                      | UNSAFE_SCHEME       | javascript:
            data:text/html;base64,PHN2Zz4=                         | UNSAFE_SCHEME       | data:
            vbscript:msgbox                                        | UNSAFE_SCHEME       | vbscript:
            ftp://x.com/foo                                        | UNSAFE_SCHEME       | ftp://
            hxxps://x.com/foo                                      | UNSAFE_SCHEME       | hxxps://
            //x.com/foo                                            | UNSAFE_SCHEME       | //
            \\\\x.com\\foo                                         | UNSAFE_SCHEME       | \\\\
            https://x.com\\foo                                     | BAD_ADDRESS         | \\
            https://x.com@evil.test/foo                            | BAD_ADDRESS         | x.com@
            https://jane:secret@x.com/foo                          | BAD_ADDRESS         | jane:secret@
            https://x.com:8080/foo                                 | BAD_ADDRESS         | :8080
            https://x.com/../foo                                   | BAD_ADDRESS         | ..
            https://x.com/%ZZ                                      | BAD_ADDRESS         | %ZZ
            https://x.com/%C3                                      | BAD_ADDRESS         | %C3
            """)
    void namesTheKindAndThePart(String pasted, Kind kind, String part) {
        Problem problem = Readings.problem(SocialProfile.parse(pasted));

        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.part()).isEqualTo(part);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://x.com/jane/status/123                              | /status       | x.com/jane
            https://www.instagram.com/jane/p/Cabc123                   | /p            | instagram.com/jane
            https://www.instagram.com/stories/jane/1                   | /1            | instagram.com/jane
            https://www.threads.net/@jane/post/abc                     | /post         | threads.com/@jane
            https://www.tiktok.com/@jane/video/123                     | /video        | tiktok.com/@jane
            https://bsky.app/profile/jane.test/post/3k                 | /post         | bsky.app/profile/jane.test
            https://mastodon.social/@jane/109372843234                 | /109372843234 | mastodon.social/@jane
            https://www.linkedin.com/posts/jane-doe_title-activity-123 | /posts        | linkedin.com/in/jane-doe
            https://www.facebook.com/jane.doe/posts/123                | /posts        | facebook.com/jane.doe
            https://www.facebook.com/permalink.php?story_fbid=1&id=100064 | /permalink.php | facebook.com/100064
            https://github.com/jane/repository                         | /repository   | github.com/jane
            https://nycgov.tumblr.com/post/1/title                     | /post         | nycgov.tumblr.com
            https://www.reddit.com/r/uofm/comments/1/title             | /comments     | reddit.com/r/uofm
            """)
    void saysWhoseThePostProbablyIs(String pasted, String part, String address) {
        Problem problem = Readings.problem(SocialProfile.parse(pasted));

        assertThat(problem.kind()).isEqualTo(Kind.POST_NOT_PROFILE);
        assertThat(problem.part()).isEqualTo(part);
        assertThat(problem.probably())
                .isNotNull()
                .extracting(SocialProfile::address)
                .isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X         | home                                 | RESERVED_PATH     | home
            X         | /home                                | RESERVED_PATH     | /home
            X         | @home                                | RESERVED_PATH     | home
            X         | foo<script>                          | BAD_CHARACTER     | <
            X         | Jane Doe                             | NO_HANDLE         | Jane Doe
            X         | @                                    | NO_HANDLE         | @
            X         | jane@umich.test                      | MAIL_ADDRESS      | jane@umich.test
            X         | https://instagram.com/jane           | WRONG_PLATFORM    | https://instagram.com/jane
            X         | instagram.com                        | WRONG_PLATFORM    | instagram.com
            INSTAGRAM | https://x.com/home                   | WRONG_PLATFORM    | https://x.com/home
            INSTAGRAM | jane.                                | MISPLACED_CHARACTER | .
            INSTAGRAM | abcdefghijklmnopqrstuvwxyz12345      | TOO_LONG          | abcdefghijklmnopqrstuvwxyz12345
            X         | Instagram: @foo                      | WRONG_PLATFORM    | @foo
            X         | /                                    | NO_HANDLE         | /
            X         | @foo or @bar                         | SEVERAL_ADDRESSES | @bar
            MASTODON  | jane                                 | INCOMPLETE_HANDLE | jane
            MASTODON  | jane@                                | INCOMPLETE_HANDLE | jane@
            MASTODON  | jane@medium.com                      | UNKNOWN_PLATFORM  | medium.com
            MASTODON  | jane@twitter.com                     | WRONG_PLATFORM    | twitter.com
            MASTODON  | https://x.com/@jane                  | WRONG_PLATFORM    | https://x.com/@jane
            TUMBLR    | dashboard                            | RESERVED_PATH     | dashboard
            MASTODON  | jane@gmail.com                       | MAIL_ADDRESS      | jane@gmail.com
            MASTODON  | abcdefghijklmnopqrstuvwxyz12345@mas.to | TOO_LONG        | abcdefghijklmnopqrstuvwxyz12345
            BLUESKY   | Jane                                 | INCOMPLETE_HANDLE | Jane
            BLUESKY   | jane_doe.test                        | BAD_CHARACTER     | _
            LINKEDIN  | /jane-doe                            | NO_HANDLE         | /jane-doe
            FACEBOOK  | jane                                 | TOO_SHORT         | jane
            FACEBOOK  | Jane Doe                             | NO_HANDLE         | Jane Doe
            """)
    void namesThePartInThePlatformsOwnField(Platform platform, String typed, Kind kind, String part) {
        Problem problem = Readings.problem(SocialProfile.parse(platform, typed));

        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.part()).isEqualTo(part);
        assertThat(problem.platform()).isIn(platform, null);
    }

    @Test
    void guessesTheDomainOfHalfABlueskyName() {
        Problem problem = Readings.problem(SocialProfile.parse(Platform.BLUESKY, "jane"));

        assertThat(problem.probably()).isEqualTo(SocialProfile.of(Platform.BLUESKY, "jane.bsky.social"));
    }

    @Test
    void saysToWhichPlatformAnAddressBelongs() {
        Problem problem = Readings.problem(SocialProfile.parse(Platform.X, "https://instagram.com/jane"));

        assertThat(problem.platform()).isEqualTo(Platform.X);
        assertThat(problem.detail()).isEqualTo("Instagram");
        assertThat(problem.probably()).isEqualTo(SocialProfile.of(Platform.INSTAGRAM, "jane"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t ", "\u200B\uFEFF"})
    void asksForSomethingWhereNothingIsTyped(String nothing) {
        assertThat(Readings.problem(SocialProfile.parse(nothing)).kind()).isEqualTo(Kind.EMPTY);
    }

    @Test
    void refusesMoreThanFiveHundredCharactersWithoutReadingThem() {
        String megabyte = "x.com/foo ".repeat(100_000);

        assertThat(Readings.problem(SocialProfile.parse(megabyte)).kind()).isEqualTo(Kind.TEXT_TOO_LONG);
        assertThat(SocialProfile.parse("x.com/foo" + " ".repeat(491)).profile()).isPresent();
        assertThat(Readings.problem(SocialProfile.parse("x.com/foo" + " ".repeat(492)))
                        .kind())
                .isEqualTo(Kind.TEXT_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"java\tscript:alert(1)", "https://x.com/fo\to", "x.com\t/foo", "Twitter\thttps://x.com/foo"})
    void refusesTabsInside(String pasted) {
        assertThat(Readings.problem(SocialProfile.parse(pasted)).kind()).isEqualTo(Kind.UNSAFE_SCHEME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"java\nscript:alert(1)", "java\u200Bscript:alert(1)", " java script:alert(1)"})
    void seesThroughBreaksInAScript(String pasted) {
        assertThat(Readings.problem(SocialProfile.parse(pasted)).kind()).isEqualTo(Kind.UNSAFE_SCHEME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x.com/fo\u200Bo",
                "https://x.com/fo\u202Eo",
                "https://x\u200B.com/foo",
                "x.com/fo\u0000o",
                "https://x.com/fo%00o",
                "https://www.youtube.com/@fo\u3164o",
                "https://www.linkedin.com/in/fo%E2%80%8Bo",
                "x.com/foo\uD800bar"
            })
    void refusesWhatCannotBeSeen(String pasted) {
        assertThat(Readings.problem(SocialProfile.parse(pasted)).kind()).isEqualTo(Kind.INVISIBLE_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFhttps://x.com/foo",
                "\u202Ax.com/foo\u202C",
                "me: \u200E@foo\u200E on X",
                "x.com/foo\u200B"
            })
    void dropsUnseenMarksThatCopyingLeavesAtTheEnds(String pasted) {
        assertThat(Readings.understood(SocialProfile.parse(pasted)).handle()).isEqualTo("foo");
    }

    @Test
    void composesLettersBeforeItCompares() {
        SocialProfile composed = Readings.understood(SocialProfile.parse("https://www.linkedin.com/in/ren\u00E9e"));

        assertThat(SocialProfile.parse("https://www.linkedin.com/in/rene\u0301e")
                        .profile())
                .contains(composed);
        assertThat(SocialProfile.parse("https://www.linkedin.com/in/rene%CC%81e")
                        .profile())
                .contains(composed);
    }

    @Test
    void holdsTheLimitsOfDomains() {
        String label = "o".repeat(63);
        String longest = "%s.%s.%s.%s.test".formatted(label, label, label, "o".repeat(56));

        assertThat(longest).hasSize(253);
        assertThat(SocialProfile.parse(Platform.BLUESKY, longest).profile()).isPresent();
        assertThat(Readings.problem(SocialProfile.parse(Platform.BLUESKY, "o" + longest))
                        .kind())
                .isEqualTo(Kind.TOO_LONG);
        assertThat(Readings.problem(SocialProfile.parse(Platform.BLUESKY, "o" + label + ".test"))
                        .kind())
                .isEqualTo(Kind.TOO_LONG);
    }

    @Test
    void countsLettersOfAnyScriptNotTheirPercentSigns() {
        String slug = "李".repeat(30);

        assertThat(Readings.understood(SocialProfile.parse("linkedin.com/in/" + slug))
                        .url()
                        .getBytes(StandardCharsets.UTF_8))
                .hasSizeGreaterThan(290);
    }
}
