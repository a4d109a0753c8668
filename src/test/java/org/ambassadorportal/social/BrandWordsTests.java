package org.ambassadorportal.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrandWordsTests {

    private final BrandWords words =
            new BrandWords(List.of("Michigan Medicine", "umich", "michmed", "uofm health", "UMHS", "um"));

    @ParameterizedTest
    @CsvSource({
        "X, UMich_Jane, umich",
        "X, jane_umich, umich",
        "X, DrJaneUMich, umich",
        "X, drjaneumich, umich",
        "X, u_mich_jane, umich",
        "X, Mich_Med_Jane, michmed",
        "INSTAGRAM, michigan.medicine.jane, Michigan Medicine",
        "INSTAGRAM, drjaneatmichiganmedicine2, Michigan Medicine",
        "LINKEDIN, in/jane-úmich, umich",
        "FACEBOOK, UofM.Health.Jane, uofm health",
        "MASTODON, umich_jane@mas.to, umich",
        "YOUTUBE, user/umichjane, umich",
        "BLUESKY, jane.med.umich.edu, umich",
        "X, jane_umhs, UMHS",
        "FACEBOOK, Umich-Jane-101986952582058, umich"
    })
    void findsTheBrandInAUserName(Platform platform, String handle, String word) {
        assertThat(words.foundIn(SocialProfile.of(platform, handle)).orElse(null))
                .isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "X, lou_michaels",
        "X, LouMichaels",
        "X, loumichaels",
        "X, Lou_Mich",
        "X, michigan_jane",
        "X, trumhsian",
        "X, um_jane",
        "MASTODON, jane@umich.test",
        "BLUESKY, jane.bsky.social",
        "BLUESKY, did:plc:umichumichumichumichumic",
        "YOUTUBE, channel/UCumichumichumich-umich_",
        "FACEBOOK, 1570569347"
    })
    void leavesInnocentNamesAlone(Platform platform, String handle) {
        assertThat(words.foundIn(SocialProfile.of(platform, handle))).isEmpty();
    }

    @Test
    void findsNothingWithoutWords() {
        assertThat(new BrandWords(List.of()).foundIn(SocialProfile.of(Platform.X, "umich")))
                .isEmpty();
    }
}
