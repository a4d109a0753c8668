package org.ambassadorportal.site;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;

import org.ambassadorportal.PortalTest;
import org.ambassadorportal.identity.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PortalTest
class PagesTests {

    @SuppressWarnings("unused")
    private static final java.util.List<String> PIECES = HelpPages.PLATFORMS;

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople people;

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/help/start", "/help/accessibility"})
    void helpIsForAnyone(String path) {
        assertThat(browser.get().uri(path)).hasStatusOk().bodyText().contains("734-764-2220");
    }

    @ParameterizedTest
    @FieldSource("PIECES")
    void everyPlatformHasItsPiece(String piece) {
        assertThat(browser.get().uri("/help/{piece}", piece))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("??")
                .containsPattern("<ul class=\"spaced\">\\s*<li>\\w");
    }

    @Test
    void aPieceThatIsNotThereIsNotFound() {
        assertThat(browser.get().uri("/help/astrology"))
                .hasStatus(404)
                .bodyText()
                .contains("There is nothing at this address");
    }

    @Test
    void theChooserIsForStaff() {
        assertThat(browser.get().uri("/requests/new").with(as(people.staff())))
                .hasStatusOk()
                .bodyText()
                .contains("I want advice for my department", "We want a new account", "Something else");
        assertThat(browser.get().uri("/requests/new")).hasStatus3xxRedirection();
    }

    @Test
    void eachRoleSeesItsOwnNavigation() {
        assertThat(browser.get().uri("/help").with(as(people.staff())))
                .bodyText()
                .contains("href=\"/me\"", "Sam Staff")
                .doesNotContain("href=\"/desk\"", "href=\"/admin/people\"");
        assertThat(browser.get().uri("/help").with(as(people.comms())))
                .bodyText()
                .contains("href=\"/desk\"")
                .doesNotContain("href=\"/admin/people\"");
        assertThat(browser.get().uri("/help").with(as(people.admin())))
                .bodyText()
                .contains("href=\"/desk\"", "href=\"/admin/people\"", "href=\"/admin/audit\"");
    }
}
