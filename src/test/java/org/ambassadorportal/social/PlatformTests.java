package org.ambassadorportal.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class PlatformTests {

    @Test
    void offersNineToPeople() {
        assertThat(Platform.forPeople())
                .extracting(Platform::key)
                .containsExactly(
                        "x",
                        "linkedin",
                        "bluesky",
                        "mastodon",
                        "instagram",
                        "threads",
                        "youtube",
                        "facebook",
                        "tiktok");
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsKeyAndItsLabel(Platform platform) {
        assertThat(Platform.ofKey(platform.key())).contains(platform);
        assertThat(Platform.named(platform.label())).contains(platform);
    }

    @ParameterizedTest
    @CsvSource({"Twitter, X", "Linked-In, LINKEDIN", "Youtube, YOUTUBE", "IG, INSTAGRAM", "fb, FACEBOOK"})
    void isFoundByWhatPeopleCallIt(String name, Platform platform) {
        assertThat(Platform.named(name)).contains(platform);
    }

    @Test
    void isNotFoundByAnythingElse() {
        assertThat(Platform.named("Google+")).isEmpty();
        assertThat(Platform.named("")).isEmpty();
        assertThat(Platform.ofKey("X")).isEmpty();
    }

    /** Channels of WhatsApp have codes that no example can show without being somebody's. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WHATSAPP")
    void showsAnExampleThatItWouldAccept(Platform platform) {
        assertThat(Readings.understood(SocialProfile.parse(platform.example())).platform())
                .isEqualTo(platform);
    }

    @ParameterizedTest
    @EnumSource
    void hasAnIconThatExists(Platform platform) throws IOException {
        var styles = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/resources/webjars/bootstrap-icons/*/font/bootstrap-icons.css");

        assertThat(styles).hasSize(1);
        assertThat(styles[0].getContentAsString(StandardCharsets.UTF_8)).contains("." + platform.icon() + "::before");
    }
}
