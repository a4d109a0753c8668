package org.ambassadorportal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Arrays;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.identity.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Outside the local profile nothing of the demo is there. */
@PortalTest
class NoDemoOutsideTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople people;

    @Autowired
    ApplicationContext context;

    @Test
    void nobodySignsInWithOneClick() {
        var admin = TestPeople.as(people.admin());
        assertThat(browser.post().uri("/demo/sign-in").with(admin).with(csrf()).param("user", "admin"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(browser.get().uri("/sign-in")).bodyText().doesNotContain("/demo/");
    }

    @Test
    void theClockCannotBeMoved() {
        var admin = TestPeople.as(people.admin());
        assertThat(browser.get().uri("/demo/clock").with(admin)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(browser.get().uri("/")).bodyText().doesNotContain("/demo/clock");
    }

    @Test
    void theDemoHasNoBeans() {
        assertThat(Arrays.stream(context.getBeanDefinitionNames())
                        .map(name -> String.valueOf(context.getType(name)))
                        .filter(type -> type.contains("org.ambassadorportal.demo")))
                .allMatch(type -> type.contains("DemoSettings") || type.contains("TestDatabase"));
    }
}
