package org.ambassadorportal.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ambassadorportal.social.Claim.Standing;
import org.ambassadorportal.social.Problem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocialProfileTests {

    @ParameterizedTest
    @CsvSource({
        "X, NYCgov, nycGOV",
        "LINKEDIN, in/Jane, in/jane",
        "MASTODON, Jane@mas.to, jane@MAS.to",
        "INSTAGRAM, Jane, jane",
        "YOUTUBE, @Jane, @jane",
        "YOUTUBE, user/Jane, user/jane",
        "FACEBOOK, Doris.Matsui, dorismatsui",
        "FACEBOOK, Congressman-Mike-Flood-101986952582058, 101986952582058",
        "GITHUB, Jane, jane",
        "REDDIT, u/Jane, u/jane"
    })
    void isTheSameAccountHoweverItIsWritten(Platform platform, String one, String other) {
        SocialProfile profile = SocialProfile.of(platform, one);
        SocialProfile same = SocialProfile.of(platform, other);

        assertThat(profile).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(profile.uniqueKey()).isEqualTo(same.uniqueKey());
    }

    @ParameterizedTest
    @CsvSource({
        "LINKEDIN, in/josé-ñúñez, https://www.linkedin.com/in/jos%C3%A9-%C3%B1%C3%BA%C3%B1ez,"
                + " https://www.linkedin.com/in/josé-ñúñez, linkedin.com/in/josé-ñúñez",
        "YOUTUBE, @王小明, https://www.youtube.com/@%E7%8E%8B%E5%B0%8F%E6%98%8E, https://www.youtube.com/@王小明,"
                + " youtube.com/@王小明",
        "X, jane, https://x.com/jane, https://x.com/jane, x.com/jane",
    })
    void isReadInItsOwnLettersAndLinkedInItsCanonicalForm(
            Platform platform, String handle, String url, String readable, String address) {
        SocialProfile profile = SocialProfile.of(platform, handle);

        assertThat(profile.url()).isEqualTo(url);
        assertThat(profile.readable()).isEqualTo(readable);
        assertThat(profile.address()).isEqualTo(address);
        assertThat(SocialProfile.parse(profile.readable()).profile()).contains(profile);
    }

    @ParameterizedTest
    @CsvSource({
        "YOUTUBE, @jane, user/jane",
        "YOUTUBE, c/jane, user/jane",
        "YOUTUBE, /jane, c/jane",
        "YOUTUBE, @jane, /jane",
        "YOUTUBE, channel/UCi6IvOszIb3hHPMUsaNKyXA, channel/UCI6IvOszIb3hHPMUsaNKyXA",
        "LINKEDIN, in/jane, company/jane",
        "REDDIT, u/jane, r/jane",
        "MASTODON, jane@mas.to, jane@mastodon.social",
        "INSTAGRAM, jane.doe, janedoe",
        "WHATSAPP, 0029Va4K0PZ5a245NkngBA2M, 0029VA4K0PZ5a245NkngBA2M"
    })
    void keepsDifferentAccountsApart(Platform platform, String one, String other) {
        assertThat(SocialProfile.of(platform, one)).isNotEqualTo(SocialProfile.of(platform, other));
    }

    @Test
    void isAnotherAccountOnAnotherPlatform() {
        assertThat(SocialProfile.of(Platform.INSTAGRAM, "jane"))
                .isNotEqualTo(SocialProfile.of(Platform.THREADS, "jane"));
        assertThat(SocialProfile.of(Platform.INSTAGRAM, "Jane").uniqueKey()).isEqualTo("instagram:jane");
    }

    @ParameterizedTest
    @CsvSource({
        "YOUTUBE, channel/UCi6IvOszIb3hHPMUsaNKyXA, UCi6IvOszIb3hHPMUsaNKyXA",
        "FACEBOOK, 1570569347, 1570569347",
        "FACEBOOK, Congressman-Mike-Flood-101986952582058, 101986952582058",
        "BLUESKY, did:plc:ewvi7nxzyoun6zhxrhs64oiz, did:plc:ewvi7nxzyoun6zhxrhs64oiz",
        "X, jane,"
    })
    void knowsTheStableIdWhereTheAddressCarriesIt(Platform platform, String handle, String id) {
        assertThat(SocialProfile.of(platform, handle).stableId()).isEqualTo(Optional.ofNullable(id));
    }

    @Test
    void rebuildsWhatWasStoredEvenIfThePlatformHasReservedTheWordSince() {
        assertThat(SocialProfile.of(Platform.X, "home").url()).isEqualTo("https://x.com/home");
    }

    @ParameterizedTest
    @CsvSource({
        "X, no such name",
        "MASTODON, jane",
        "LINKEDIN, out/jane",
        "YOUTUBE, d/jane",
        "REDDIT, z/jane",
        "BLUESKY, ''"
    })
    void refusesToRebuildWhatIsNoHandle(Platform platform, String handle) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocialProfile.of(platform, handle))
                .withMessageContaining(platform.label());
    }

    @Test
    void refusesAPageOfAnOrganizationForAPersonButNotForARegistry() {
        Reading reading = SocialProfile.parse("https://www.linkedin.com/company/michigan-medicine");

        assertThat(Readings.understood(reading).isOrganizationPage()).isTrue();
        Problem problem = Readings.problem(reading.forPerson());
        assertThat(problem.kind()).isEqualTo(Kind.ORGANIZATION_PAGE);
        assertThat(problem.part()).isEqualTo("company/michigan-medicine");
    }

    @Test
    void refusesForAPersonWhatOnlyTheRegistryKeeps() {
        Reading reading = SocialProfile.parse("https://www.flickr.com/photos/nycgov");

        assertThat(reading.profile()).isPresent();
        assertThat(Readings.problem(reading.forPerson()).kind()).isEqualTo(Kind.NOT_FOR_PEOPLE);
    }

    @Test
    void leavesAPersonsProfileAndAProblemAsTheyAre() {
        Reading person = SocialProfile.parse("https://www.linkedin.com/in/jane-doe");
        Reading nothing = SocialProfile.parse("");

        assertThat(person.forPerson()).isEqualTo(person);
        assertThat(nothing.forPerson()).isEqualTo(nothing);
        assertThat(person.problem()).isEmpty();
        assertThat(nothing.profile()).isEmpty();
    }

    @Test
    void writesTheSameKeysWhateverTheMachinesLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            assertThat(Readings.understood(SocialProfile.parse("HTTPS://WWW.LINKEDIN.COM/IN/IRIS-I"))
                            .uniqueKey())
                    .isEqualTo("linkedin:in/iris-i");
            assertThat(Readings.problem(SocialProfile.parse(Platform.MASTODON, "iris"))
                            .messageKey())
                    .isEqualTo("social.problem.incomplete-handle");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void asksForManyHoldersAtOnce() {
        SocialProfile ours = SocialProfile.of(Platform.X, "ours_demo1");
        SocialProfile nobodys = SocialProfile.of(Platform.X, "nobody_demo1");
        Claim claim = new Claim(Standing.OFFICIAL, "Communication", "/accounts/ours");
        Claims claims = profile -> profile.equals(ours) ? Optional.of(claim) : Optional.empty();

        assertThat(claims.holdersOf(List.of(ours, nobodys))).isEqualTo(Map.of(ours, claim));
    }
}
