package org.ambassadorportal.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random handles, with a fixed seed: whatever a platform accepts is the same account after every way there and back. */
class RoundTripTests {

    private static final int HANDLES = 2000;
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String[] ANY_SCRIPT = {
        "é", "ß", "ı", "İ", "ñ", "李", "明", "ひ", "カ", "한", "ท", "ำ", "ن", "ی", "ה", "д", "ж", "λ", "ς", "क", "ि",
        "o\u0302"
    };

    @ParameterizedTest
    @EnumSource
    void comesBackFromItsAddressItsHandleAndItsKey(Platform platform) {
        Random random = new Random(20261015L + platform.key().hashCode());
        int accepted = 0;
        for (int i = 0; i < HANDLES; i++) {
            String typed = handle(platform, random);
            Reading reading = SocialProfile.parse(platform, typed);
            if (reading.profile().isPresent()) {
                accepted++;
                comesBack(reading.profile().orElseThrow());
            }
        }
        assertThat(accepted).as("handles of %s that were accepted", platform).isGreaterThan(HANDLES / 20);
    }

    private static void comesBack(SocialProfile profile) {
        URI url = URI.create(profile.url());
        assertThat(url.getScheme()).isEqualTo("https");
        assertThat(url.toASCIIString()).isEqualTo(profile.url());

        for (Reading again : new Reading[] {
            SocialProfile.parse(profile.url()),
            SocialProfile.parse(profile.platform(), profile.url()),
            SocialProfile.parse(profile.platform(), profile.address()),
            // A full stop at the end of a sentence is not taken for a part of the name.
            SocialProfile.parse(profile.url().endsWith(".") ? profile.url() : "My page: " + profile.url() + ", thanks.")
        }) {
            SocialProfile same = Readings.understood(again);
            assertThat(same).isEqualTo(profile);
            assertThat(same.handle()).isEqualTo(profile.handle());
            assertThat(same.url()).isEqualTo(profile.url());
            assertThat(same.stableId()).isEqualTo(profile.stableId());
            assertThat(same.isOrganizationPage()).isEqualTo(profile.isOrganizationPage());
        }
        SocialProfile stored = SocialProfile.of(profile.platform(), profile.handle());
        assertThat(stored).isEqualTo(profile);
        assertThat(stored.url()).isEqualTo(profile.url());
        assertThat(stored.stableId()).isEqualTo(profile.stableId());
    }

    private static String handle(Platform platform, Random random) {
        return switch (platform) {
            case MASTODON -> word(random, 1, 12, "_.-", false) + "@" + domain(random);
            case BLUESKY -> random.nextInt(8) == 0 ? "did:web:" + domain(random) : domain(random);
            case LINKEDIN ->
                pick(random, "", "in/", "company/", "school/", "showcase/") + word(random, 3, 20, "-", true);
            case YOUTUBE ->
                switch (random.nextInt(5)) {
                    case 0 -> "channel/UC" + word(random, 22, 22, "_-", false);
                    case 1 -> "user/" + word(random, 1, 20, "", false);
                    case 2 -> "c/" + word(random, 1, 20, "_-.", true);
                    case 3 -> "/" + word(random, 5, 20, "", true);
                    default -> "@" + word(random, 2, 32, "_-.·", true);
                };
            case FACEBOOK ->
                random.nextInt(4) == 0
                        ? word(random, 3, 9, "-", false) + "-" + random.nextLong(10_000_000_000L, Long.MAX_VALUE)
                        : word(random, 4, 20, ".-", false);
            case REDDIT -> pick(random, "", "u/", "r/") + word(random, 2, 20, "_", false);
            case FLICKR ->
                random.nextBoolean()
                        ? random.nextInt(99_999_999) + "@N0" + random.nextInt(9)
                        : word(random, 1, 20, "_-", false);
            case WHATSAPP -> word(random, 20, 30, "", false);
            default -> word(random, 1, 16, "_.-", false);
        };
    }

    private static String domain(Random random) {
        StringBuilder domain = new StringBuilder();
        for (int labels = 1 + random.nextInt(3); labels > 0; labels--) {
            domain.append(word(random, 1, 10, "-", false)).append('.');
        }
        return domain + pick(random, "test", "social", "com", "org", "edu");
    }

    private static String word(Random random, int min, int max, String signs, boolean anyScript) {
        StringBuilder word = new StringBuilder();
        for (int letters = min + random.nextInt(max - min + 1); letters > 0; letters--) {
            int kind = random.nextInt(12);
            if (kind == 0 && !signs.isEmpty()) {
                word.append(signs.charAt(random.nextInt(signs.length())));
            } else if (kind == 1 && anyScript) {
                word.append(ANY_SCRIPT[random.nextInt(ANY_SCRIPT.length)]);
            } else {
                word.append(PLAIN.charAt(random.nextInt(PLAIN.length())));
            }
        }
        return word.toString();
    }

    private static String pick(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
