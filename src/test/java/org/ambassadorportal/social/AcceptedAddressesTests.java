package org.ambassadorportal.social;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people paste, and what we read in it: the platform, the handle, what is shown and the canonical address. */
class AcceptedAddressesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            https://x.com/NYCgov                                        | X         | NYCgov                      | @NYCgov                     | https://x.com/NYCgov
            x.com/NYCgov/                                               | X         | NYCgov                      | @NYCgov                     | https://x.com/NYCgov
            http://www.Twitter.com/YouTheManNYC                         | X         | YouTheManNYC                | @YouTheManNYC               | https://x.com/YouTheManNYC
            https://mobile.twitter.com/foo?lang=en#top                  | X         | foo                         | @foo                        | https://x.com/foo
            https://twitter.com/#!/foo                                  | X         | foo                         | @foo                        | https://x.com/foo
            https://twitter.com/#!foo                                   | X         | foo                         | @foo                        | https://x.com/foo
            https://twitter.com/@foo                                    | X         | foo                         | @foo                        | https://x.com/foo
            https://x.com/foo/with_replies                              | X         | foo                         | @foo                        | https://x.com/foo
            https://x.com//foo//                                        | X         | foo                         | @foo                        | https://x.com/foo
            HTTPS://X.COM:443/foo                                       | X         | foo                         | @foo                        | https://x.com/foo
            http:/x.com/foo                                             | X         | foo                         | @foo                        | https://x.com/foo
            https://x.com/%66oo%20                                      | X         | foo                         | @foo                        | https://x.com/foo
            https://www.linkedin.com/in/Jane-Doe-1a2b/                  | LINKEDIN  | in/jane-doe-1a2b            | in/jane-doe-1a2b            | https://www.linkedin.com/in/jane-doe-1a2b
            uk.linkedin.com/in/jane-doe?trk=x                           | LINKEDIN  | in/jane-doe                 | in/jane-doe                 | https://www.linkedin.com/in/jane-doe
            https://linkedin.com/mwlite/in/jane-doe                     | LINKEDIN  | in/jane-doe                 | in/jane-doe                 | https://www.linkedin.com/in/jane-doe
            https://www.linkedin.com/in/jane-doe/details/experience/    | LINKEDIN  | in/jane-doe                 | in/jane-doe                 | https://www.linkedin.com/in/jane-doe
            https://www.linkedin.com/in/j%C3%BCrgen-m%C3%BCller         | LINKEDIN  | in/jürgen-müller            | in/jürgen-müller            | https://www.linkedin.com/in/j%C3%BCrgen-m%C3%BCller
            https://www.linkedin.com/in/%E6%9D%8E%E5%B0%8F%E6%98%8E     | LINKEDIN  | in/李小明                      | in/李小明                      | https://www.linkedin.com/in/%E6%9D%8E%E5%B0%8F%E6%98%8E
            https://www.linkedin.com/company/michigan-medicine/about/   | LINKEDIN  | company/michigan-medicine   | company/michigan-medicine   | https://www.linkedin.com/company/michigan-medicine
            https://www.linkedin.com/school/university-of-michigan      | LINKEDIN  | school/university-of-michigan | school/university-of-michigan | https://www.linkedin.com/school/university-of-michigan
            linkedin.com/showcase/some-page                             | LINKEDIN  | showcase/some-page          | showcase/some-page          | https://www.linkedin.com/showcase/some-page
            http://www.linkedin.com/companies/260392/City+of+New+York%2C?x | LINKEDIN | company/260392           | company/260392              | https://www.linkedin.com/company/260392
            https://bsky.app/profile/Jane.bsky.social                   | BLUESKY   | jane.bsky.social            | @jane.bsky.social           | https://bsky.app/profile/jane.bsky.social
            @jane.bsky.social                                           | BLUESKY   | jane.bsky.social            | @jane.bsky.social           | https://bsky.app/profile/jane.bsky.social
            jane.bsky.social                                            | BLUESKY   | jane.bsky.social            | @jane.bsky.social           | https://bsky.app/profile/jane.bsky.social
            https://jane.bsky.social/                                   | BLUESKY   | jane.bsky.social            | @jane.bsky.social           | https://bsky.app/profile/jane.bsky.social
            bsky.app/profile/med.umich.edu/followers                    | BLUESKY   | med.umich.edu               | @med.umich.edu              | https://bsky.app/profile/med.umich.edu
            https://bsky.app/profile/did:plc:ewvi7nxzyoun6zhxrhs64oiz   | BLUESKY   | did:plc:ewvi7nxzyoun6zhxrhs64oiz | did:plc:ewvi7nxzyoun6zhxrhs64oiz | https://bsky.app/profile/did:plc:ewvi7nxzyoun6zhxrhs64oiz
            did:web:med.umich.edu                                       | BLUESKY   | did:web:med.umich.edu       | did:web:med.umich.edu       | https://bsky.app/profile/did:web:med.umich.edu
            at://jane.test                                              | BLUESKY   | jane.test                   | @jane.test                  | https://bsky.app/profile/jane.test
            https://Mastodon.social/@Gargron                            | MASTODON  | Gargron@mastodon.social     | @Gargron@mastodon.social    | https://mastodon.social/@Gargron
            @CongresswomanNorton@Mastodon.social                        | MASTODON  | CongresswomanNorton@mastodon.social | @CongresswomanNorton@mastodon.social | https://mastodon.social/@CongresswomanNorton
            acct:jane.doe@med-mastodon.com                              | MASTODON  | jane.doe@med-mastodon.com   | @jane.doe@med-mastodon.com  | https://med-mastodon.com/@jane.doe
            jane@mstdn.social                                           | MASTODON  | jane@mstdn.social           | @jane@mstdn.social          | https://mstdn.social/@jane
            https://mastodon.social/@jane@other.test                    | MASTODON  | jane@other.test             | @jane@other.test            | https://other.test/@jane
            https://social.umich.test/web/@jane/                        | MASTODON  | jane@social.umich.test      | @jane@social.umich.test     | https://social.umich.test/@jane
            https://mastodon.social/users/jane                          | MASTODON  | jane@mastodon.social        | @jane@mastodon.social       | https://mastodon.social/@jane
            @jane@threads.net                                           | THREADS   | jane                        | @jane                       | https://www.threads.com/@jane
            https://bücher.test/@jane                                   | MASTODON  | jane@xn--bcher-kva.test     | @jane@xn--bcher-kva.test    | https://xn--bcher-kva.test/@jane
            https://instagram.com/Nyc_Dot/?hl=en                        | INSTAGRAM | nyc_dot                     | @nyc_dot                    | https://www.instagram.com/nyc_dot/
            instagram.com/_u/jane.doe                                   | INSTAGRAM | jane.doe                    | @jane.doe                   | https://www.instagram.com/jane.doe/
            https://www.instagram.com/jane.doe/tagged/                  | INSTAGRAM | jane.doe                    | @jane.doe                   | https://www.instagram.com/jane.doe/
            https://www.threads.net/@Jane_Doe                           | THREADS   | jane_doe                    | @jane_doe                   | https://www.threads.com/@jane_doe
            threads.com/@jane_doe/replies                               | THREADS   | jane_doe                    | @jane_doe                   | https://www.threads.com/@jane_doe
            https://www.youtube.com/@RepMGP/videos                      | YOUTUBE   | @RepMGP                     | @RepMGP                     | https://www.youtube.com/@RepMGP
            https://m.youtube.com/@%E6%9D%8E%E5%B0%8F%E6%98%8E          | YOUTUBE   | @李小明                        | @李小明                        | https://www.youtube.com/@%E6%9D%8E%E5%B0%8F%E6%98%8E
            youtube.com/@l·l.a_b-c                                      | YOUTUBE   | @l·l.a_b-c                  | @l·l.a_b-c                  | https://www.youtube.com/@l%C2%B7l.a_b-c
            http://www.youtube.com/channel/UCi6IvOszIb3hHPMUsaNKyXA     | YOUTUBE   | channel/UCi6IvOszIb3hHPMUsaNKyXA | channel/UCi6IvOszIb3hHPMUsaNKyXA | https://www.youtube.com/channel/UCi6IvOszIb3hHPMUsaNKyXA
            UCi6IvOszIb3hHPMUsaNKyXA                                    | YOUTUBE   | channel/UCi6IvOszIb3hHPMUsaNKyXA | channel/UCi6IvOszIb3hHPMUsaNKyXA | https://www.youtube.com/channel/UCi6IvOszIb3hHPMUsaNKyXA
            http://www.youtube.com/user/yourFDNY                        | YOUTUBE   | user/yourFDNY               | user/yourFDNY               | https://www.youtube.com/user/yourFDNY
            youtube.com/c/MichiganMedicine/featured                     | YOUTUBE   | c/MichiganMedicine          | c/MichiganMedicine          | https://www.youtube.com/c/MichiganMedicine
            http://www.youtube.com/BirdieNYCity                         | YOUTUBE   | /BirdieNYCity               | BirdieNYCity                | https://www.youtube.com/BirdieNYCity
            https://www.facebook.com/coolroofs?sk=wall                  | FACEBOOK  | coolroofs                   | coolroofs                   | https://www.facebook.com/coolroofs
            de-de.facebook.com/doris.matsui/about                       | FACEBOOK  | doris.matsui                | doris.matsui                | https://www.facebook.com/doris.matsui
            fb.com/NYCgov                                               | FACEBOOK  | NYCgov                      | NYCgov                      | https://www.facebook.com/NYCgov
            http://www.facebook.com/profile.php?sk=about&id=1570569347  | FACEBOOK  | 1570569347                  | 1570569347                  | https://www.facebook.com/1570569347
            https://www.facebook.com/#!/profile.php?id=1570569347       | FACEBOOK  | 1570569347                  | 1570569347                  | https://www.facebook.com/1570569347
            http://www.facebook.com/pages/New-York-City-311/84372567650 | FACEBOOK  | 84372567650                 | 84372567650                 | https://www.facebook.com/84372567650
            https://www.facebook.com/home.php#!/pages/New-York-NY/NYC-DADS/111504588886342 | FACEBOOK | 111504588886342 | 111504588886342      | https://www.facebook.com/111504588886342
            https://www.facebook.com/pages/category/Government/NYC-152765208087880/ | FACEBOOK | 152765208087880 | 152765208087880             | https://www.facebook.com/152765208087880
            https://www.facebook.com/people/Jane-Doe/100064567890123/   | FACEBOOK  | 100064567890123             | 100064567890123             | https://www.facebook.com/100064567890123
            https://www.facebook.com/p/Caf%E9-100064567890123/          | FACEBOOK  | 100064567890123             | 100064567890123             | https://www.facebook.com/100064567890123
            facebook.com/Congressman-Mike-Flood-101986952582058         | FACEBOOK  | Congressman-Mike-Flood-101986952582058 | Congressman-Mike-Flood-101986952582058 | https://www.facebook.com/Congressman-Mike-Flood-101986952582058
            https://www.tiktok.com/@Jane.Doe?lang=en                    | TIKTOK    | jane.doe                    | @jane.doe                   | https://www.tiktok.com/@jane.doe
            m.tiktok.com/@jane.doe/live                                 | TIKTOK    | jane.doe                    | @jane.doe                   | https://www.tiktok.com/@jane.doe
            http://www.flickr.com/photos/86722064@N03/                  | FLICKR    | 86722064@n03                | 86722064@n03                | https://www.flickr.com/photos/86722064@n03/
            http://www.flickr.com/people/nychra/                        | FLICKR    | nychra                      | nychra                      | https://www.flickr.com/photos/nychra/
            http://flickr.com/nycedc                                    | FLICKR    | nycedc                      | nycedc                      | https://www.flickr.com/photos/nycedc/
            http://nycgov.tumblr.com/archive                            | TUMBLR    | nycgov                      | nycgov.tumblr.com           | https://nycgov.tumblr.com/
            https://www.tumblr.com/blog/view/nycgov                     | TUMBLR    | nycgov                      | nycgov.tumblr.com           | https://nycgov.tumblr.com/
            https://www.tumblr.com/nycgov                               | TUMBLR    | nycgov                      | nycgov.tumblr.com           | https://nycgov.tumblr.com/
            http://pinterest.com/fdnyhome/                              | PINTEREST | fdnyhome                    | @fdnyhome                   | https://www.pinterest.com/fdnyhome/
            https://www.pinterest.co.uk/fdnyhome/_saved/                | PINTEREST | fdnyhome                    | @fdnyhome                   | https://www.pinterest.com/fdnyhome/
            https://vimeo.com/nycschools                                | VIMEO     | nycschools                  | nycschools                  | https://vimeo.com/nycschools
            https://github.com/orgs/um-Dev/people                       | GITHUB    | um-Dev                      | @um-Dev                     | https://github.com/um-Dev
            https://www.snapchat.com/add/Michigan_Med                   | SNAPCHAT  | michigan_med                | @michigan_med               | https://www.snapchat.com/@michigan_med
            https://old.reddit.com/u/Some_One                           | REDDIT    | u/Some_One                  | u/Some_One                  | https://www.reddit.com/user/Some_One/
            reddit.com/r/uofm/                                          | REDDIT    | r/uofm                      | r/uofm                      | https://www.reddit.com/r/uofm/
            https://whatsapp.com/channel/0029Va4K0PZ5a245NkngBA2M       | WHATSAPP  | 0029Va4K0PZ5a245NkngBA2M    | channel/0029Va4K0PZ5a245NkngBA2M | https://www.whatsapp.com/channel/0029Va4K0PZ5a245NkngBA2M
            """)
    void readsTheAddress(String pasted, Platform platform, String handle, String display, String url) {
        SocialProfile profile = Readings.understood(SocialProfile.parse(pasted));

        assertThat(profile.platform()).isEqualTo(platform);
        assertThat(profile.handle()).isEqualTo(handle);
        assertThat(profile.display()).isEqualTo(display);
        assertThat(profile.url()).isEqualTo(url);
        assertThat(SocialProfile.parse(platform, pasted).profile()).contains(profile);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            my twitter is https://twitter.com/#!/foo, thanks     | X         | foo
            You find me at (x.com/foo).                          | X         | foo
            <https://x.com/foo>                                  | X         | foo
            [my page](https://x.com/foo)                         | X         | foo
            “https://x.com/foo”                                  | X         | foo
            Twitter: @foo                                        | X         | foo
            twitter:@foo                                         | X         | foo
            X @foo                                               | X         | foo
            twitter.com: @foo                                    | X         | foo
            Instagram – jane.doe                                 | INSTAGRAM | jane.doe
            I am on Bluesky (@jane.test)!                        | BLUESKY   | jane.test
            see https://umich.test/jane or https://x.com/foo     | X         | foo
            https://x.com/foo https://twitter.com/FOO            | X         | foo
            Follow me: https://www.threads.net/@foo.             | THREADS   | foo
            """)
    void readsTheAddressAmongWords(String pasted, Platform platform, String handle) {
        SocialProfile profile = Readings.understood(SocialProfile.parse(pasted));

        assertThat(profile.platform()).isEqualTo(platform);
        assertThat(profile.handle()).isEqualTo(handle);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            X         | foo                            | foo
            X         | @foo                           | foo
            X         | /foo                           | foo
            X         | my handle is @foo              | foo
            X         | Twitter: foo                   | foo
            LINKEDIN  | jane-doe                       | in/jane-doe
            LINKEDIN  | in/jane-doe                    | in/jane-doe
            LINKEDIN  | /in/jane-doe/                  | in/jane-doe
            LINKEDIN  | company/jane-inc               | company/jane-inc
            BLUESKY   | jane.bsky.social               | jane.bsky.social
            BLUESKY   | @med.umich.edu                 | med.umich.edu
            BLUESKY   | bsky.app                       | bsky.app
            BLUESKY   | @github.com                    | github.com
            MASTODON  | jane@anywhere.test             | jane@anywhere.test
            MASTODON  | anywhere.test/@jane            | jane@anywhere.test
            MASTODON  | https://anywhere.test/users/jane | jane@anywhere.test
            INSTAGRAM | jane.doe                       | jane.doe
            THREADS   | @jane.doe                      | jane.doe
            THREADS   | @search                        | search
            YOUTUBE   | gwmeeks                        | @gwmeeks
            YOUTUBE   | @gwmeeks                       | @gwmeeks
            YOUTUBE   | UCLAHealthCardiologyTeam       | @UCLAHealthCardiologyTeam
            YOUTUBE   | UCi6IvOszIb3hHPMUsaNKyXA       | channel/UCi6IvOszIb3hHPMUsaNKyXA
            YOUTUBE   | gwmeeks/                       | @gwmeeks
            X         | @foo on X and on Instagram     | foo
            X         | X https://x.com/foo, Instagram https://instagram.com/bar | foo
            YOUTUBE   | user/gwmeeks                   | user/gwmeeks
            FACEBOOK  | profile.php?id=1570569347      | 1570569347
            FACEBOOK  | Congressman-Cleo-Fields        | Congressman-Cleo-Fields
            TIKTOK    | .jane_doe                      | .jane_doe
            TUMBLR    | NYCgov                         | nycgov
            REDDIT    | someone                        | u/someone
            REDDIT    | r/uofm                         | r/uofm
            FLICKR    | 86722064@N03                   | 86722064@n03
            """)
    void readsABareNameInThePlatformsOwnField(Platform platform, String typed, String handle) {
        assertThat(Readings.understood(SocialProfile.parse(platform, typed)).handle())
                .isEqualTo(handle);
    }
}
