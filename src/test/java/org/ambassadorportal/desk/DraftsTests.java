package org.ambassadorportal.desk;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.identity.TestPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PortalTest
class DraftsTests {

    record Typed(@Nullable String words, List<String> more) {}

    @Autowired
    Drafts drafts;

    @Autowired
    TestPeople people;

    @Autowired
    MockMvcTester browser;

    @Test
    void keepsWhatWasTypedSoundOrNot() {
        var tomas = people.staff();
        var typed = new Typed("a\u0000b \ud800 naïve 😀 \"quoted\"", List.of("", "ملا"));
        does(tomas, () -> drafts.keep(tomas.id(), "question", typed));
        assertThat(does(tomas, () -> drafts.find(tomas.id(), "question", Typed.class)))
                .hasValueSatisfying(draft -> assertThat(draft.answers()).isEqualTo(typed));
    }

    @Test
    void keepsItsKeyWhileItIsWrittenOn() {
        var tomas = people.staff();
        does(tomas, () -> drafts.keep(tomas.id(), "question", new Typed("one", List.of())));
        var first = does(
                tomas, () -> drafts.find(tomas.id(), "question", Typed.class).orElseThrow());
        does(tomas, () -> drafts.keep(tomas.id(), "question", new Typed("two", List.of())));
        var second = does(
                tomas, () -> drafts.find(tomas.id(), "question", Typed.class).orElseThrow());
        assertThat(second.key()).isEqualTo(first.key());
        assertThat(second.answers().words()).isEqualTo("two");
    }

    @Test
    void belongsToOnePersonAlone() {
        var tomas = people.staff();
        var other = people.staff();
        does(tomas, () -> drafts.keep(tomas.id(), "question", new Typed("one", List.of())));
        assertThat(does(other, () -> drafts.find(other.id(), "question", Typed.class)))
                .isEmpty();
    }

    @Test
    void leavesADraftOfAnOlderFormAside() {
        var tomas = people.staff();
        does(tomas, () -> drafts.keep(tomas.id(), "question", List.of("not", "a", "record")));
        assertThat(does(tomas, () -> drafts.find(tomas.id(), "question", Typed.class)))
                .isEmpty();
    }

    @Test
    void doesNotFillTheDisk() {
        var tomas = people.staff();
        does(tomas, () -> drafts.keep(tomas.id(), "question", new Typed("x".repeat(200_000), List.of())));
        assertThat(does(tomas, () -> drafts.find(tomas.id(), "question", Typed.class)))
                .isEmpty();
    }

    @Test
    void standsOnMyRequestsUntilItIsThrownAway() {
        var tomas = people.staff();
        does(tomas, () -> drafts.keep(tomas.id(), "question", new Typed("one", List.of())));
        assertThat(browser.get().uri("/requests").with(as(tomas)))
                .hasStatusOk()
                .bodyText()
                .contains("Begun, not sent", "href=\"/requests/new/question\"");
        assertThat(browser.post()
                        .uri("/requests/drafts/question/discard")
                        .with(as(tomas))
                        .with(csrf()))
                .hasStatus(303);
        assertThat(browser.get().uri("/requests").with(as(tomas))).bodyText().doesNotContain("Begun, not sent");
    }
}
