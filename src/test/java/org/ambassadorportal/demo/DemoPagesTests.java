package org.ambassadorportal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import org.ambassadorportal.DemoTest;
import org.ambassadorportal.kernel.Outbound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@DemoTest
class DemoPagesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Outbound outbound;

    @Autowired
    MovableClock clock;

    @AfterEach
    void theClockIsRightAgain() {
        clock.moveTo(Duration.ZERO);
    }

    @ParameterizedTest
    @EnumSource
    void oneClickSignsInAndLeadsOnToThePageThatWasWanted(Persona persona) {
        var answer = browser.post()
                .uri("/demo/sign-in")
                .with(csrf())
                .param("user", persona.user())
                .param("to", "/requests?page=2")
                .exchange();
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/requests?page=2");
        assertThat(answer).cookies().containsCookie("session");
    }

    @Test
    void aFormThatOutlivedItsSessionGoesOnAfterOneClick() {
        var held = browser.post()
                .uri("/requests/new/question")
                .with(csrf())
                .param("title", "Typed before the session ended")
                .exchange();
        assertThat(held).hasStatus(HttpStatus.UNAUTHORIZED).hasForwardedUrl("/sign-in/ended");
        var click = browser.post()
                .uri("/demo/sign-in")
                .with(csrf())
                .param("user", "staff")
                .param("heldPath", "/requests/new/question")
                .param("held.title", "Typed before the session ended")
                .exchange();
        assertThat(click).cookies().containsCookie("session");
        assertThat(click)
                .hasStatusOk()
                .bodyText()
                .contains("You are signed in, and nothing is lost", "action=\"/requests/new/question\"")
                .contains("name=\"title\" value=\"Typed before the session ended\"");
    }

    @Test
    void oneClickStaysOnThisOrigin() {
        assertThat(browser.post()
                        .uri("/demo/sign-in")
                        .with(csrf())
                        .param("user", "staff")
                        .param("to", "//elsewhere.test"))
                .hasRedirectedUrl("/");
    }

    @Test
    void oneClickNeedsTheFormsToken() {
        assertThat(browser.post().uri("/demo/sign-in").param("user", "admin")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void nobodyElseIsOffered() {
        assertThat(browser.post().uri("/demo/sign-in").with(csrf()).param("user", "root"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theSignInPageOffersAllPersonas() {
        var page = assertThat(browser.get().uri("/sign-in").param("to", "/desk"))
                .hasStatusOk()
                .bodyText();
        for (var persona : Persona.values()) page.contains("value=\"" + persona.user() + "\"");
    }

    @Test
    void linksOutOfThePortalLeadToAPageThatSaysWhere() {
        var inside = outbound.to("https://x.com/amina_demo11?a=b&c=d");
        assertThat(inside).startsWith("/demo/leads-to?url=https%3A");
        assertThat(browser.get().uri(java.net.URI.create(inside)))
                .hasStatusOk()
                .bodyText()
                .contains("https://x.com/amina_demo11?a=b&amp;c=d")
                .doesNotContain("href=\"https://x.com");
    }

    @Test
    void anAddressThatIsNoneLeadsNowhere() {
        assertThat(outbound.to("javascript:alert(1)")).isNull();
        assertThat(browser.get().uri("/demo/leads-to").param("url", "javascript:alert(1)"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theClockMovesByDaysAndBackToNow() {
        assertThat(browser.post().uri("/demo/clock/days").with(csrf()).param("days", "30"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/demo/clock");
        assertThat(clock.ahead()).isEqualTo(Duration.ofDays(30));
        assertThat(browser.get().uri("/demo/clock")).hasStatusOk().bodyText().contains("The clock was moved");

        assertThat(browser.post().uri("/demo/clock/now").with(csrf())).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(clock.ahead()).isZero();
    }

    @Test
    void theClockMovesToADayAndKeepsItsTimeOfDay() {
        var day = clock.instant()
                .atZone(java.time.ZoneId.of("America/Detroit"))
                .toLocalDate()
                .plusDays(200);
        assertThat(browser.post().uri("/demo/clock/day").with(csrf()).param("day", day.toString()))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(clock.ahead()).isEqualTo(Duration.ofDays(200));
    }

    @Test
    void theClockRefusesWhatIsNoDayOrTooFar() {
        assertThat(browser.post().uri("/demo/clock/day").with(csrf()).param("day", "soon"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("soon");
        assertThat(browser.post().uri("/demo/clock/day").with(csrf()).param("day", "2099-01-01"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose a day within ten years");
        assertThat(clock.ahead()).isZero();
    }

    @Test
    void everyPageSaysThatItIsADemoAndLeadsToTheClock() {
        assertThat(browser.get().uri("/")).hasStatusOk().bodyText().contains("href=\"/demo/clock\"");
    }
}
