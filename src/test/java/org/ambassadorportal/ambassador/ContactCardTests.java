package org.ambassadorportal.ambassador;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.ambassadorportal.social.SocialProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactCardTests {

    @Test
    void hasEveryLineAnAddressBookNeedsAndNoMail() {
        var card = card("Amara Example", "Clinical professor");
        assertThat(card.lines())
                .startsWith("BEGIN:VCARD", "VERSION:3.0", "FN:Amara Example", "N:;Amara Example;;;MD\\, PhD")
                .contains("TITLE:Clinical professor", "ORG:Michigan Medicine;Emergency Medicine")
                .endsWith("END:VCARD");
        assertThat(card).contains("\r\n").doesNotContainPattern("(?<!\r)\n").doesNotContainIgnoringCase("EMAIL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"María José García López", "Ludwig van Beethoven", "Li Wei", "Prince"})
    void aNameIsNeverSplitBecauseNobodyButItsBearerKnowsWhere(String name) {
        assertThat(card(name, "T").lines()).contains("FN:" + name, "N:;" + name + ";;;MD\\, PhD");
    }

    @Test
    void signsWithAMeaningAreEscapedAndNothingCanBeSmuggledIn() {
        var card = card("A;B,C\\D\r\nEMAIL:x@evil.test", "One\nTwo");
        assertThat(card).contains("FN:A\\;B\\,C\\\\D\\nEMAIL:x@evil.test").contains("TITLE:One\\nTwo");
        assertThat(card.lines()).noneMatch(line -> line.startsWith("EMAIL"));
    }

    @Test
    void longLinesAreFoldedBefore75OctetsAndNeverInsideALetter() {
        var name = "Ж".repeat(90) + "👩‍⚕️".repeat(10);
        var card = card(name, "T");
        assertThat(card.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(card.replace("\r\n ", "")).contains("FN:" + name);
    }

    private static String card(String name, String title) {
        var page = new ProfilePage(
                AmbassadorId.next(),
                "amara-example",
                name,
                "MD, PhD",
                title,
                "u",
                "Emergency Medicine",
                null,
                List.of("sepsis"),
                List.of("English"),
                null,
                List.of(SocialProfile.parse("x.com/amara_demo").profile().orElseThrow()),
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH);
        return ContactCard.of(
                page, "https://portal.test/ambassadors/amara-example", "Michigan Medicine", "Own, opinions");
    }
}
