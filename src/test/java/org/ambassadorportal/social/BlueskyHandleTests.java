package org.ambassadorportal.social;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The handle syntax of the AT Protocol, rule by rule, at the place where a person types one. */
class BlueskyHandleTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane.bsky.social",
                "JANE.test",
                "a.co",
                "jo.hn",
                "8.cn",
                "4chan.org",
                "name.t--t",
                "xn--fiqa61au8b7zsevnm8ak20mc4a87e.com",
                "xn--ls8h.test",
                "a234567890123456789.test",
                "stanford.edu",
                "one.two.three.four.five.test",
                "jane.t-t",
                "jane-doe.test"
            })
    void acceptsADomainName(String handle) {
        assertThat(SocialProfile.parse(Platform.BLUESKY, handle).profile())
                .get()
                .returns(handle.toLowerCase(java.util.Locale.ROOT), SocialProfile::key);
        assertThat(SocialProfile.parse("https://bsky.app/profile/" + handle).profile())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "did:thing.test",
                "did:thing",
                "jane-.test",
                "-jane.test",
                "jane.-est",
                "jane.tes-",
                "jane.0",
                "jane.0aa",
                "jane.-",
                "jane..test",
                ".jane.test",
                "jane.test.",
                "jane.",
                "ja_ne.test",
                "ja!ne.test",
                "ja%ne.test",
                "ja&ne.test",
                "ja@ne.test",
                "ja*ne.test",
                "ja|ne.test",
                "ja:ne.test",
                "ja/ne.test",
                "jane💩.test",
                "bücher.test",
                "www.masełkowski.pl.com",
                "jane .test",
                "org",
                "127.0.0.1",
                "192.168.0.142",
                "fe80::7325:8a97:c100:94b",
                "xn--bcher-.tld",
                "jane.local",
                "jane.ARPA",
                "jane.invalid",
                "handle.invalid",
                "jane.localhost",
                "jane.internal",
                "jane.onion",
                "jane.alt",
                "jane.example"
            })
    void refusesWhatIsNone(String handle) {
        assertThat(SocialProfile.parse(Platform.BLUESKY, handle).profile()).isEmpty();
        assertThat(SocialProfile.parse("https://bsky.app/profile/" + handle).profile())
                .isEmpty();
    }
}
