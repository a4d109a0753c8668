package org.ambassadorportal.kernel;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

class NoDemoInEarnestTests {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void startsWithoutConveniences() {
        assertThatNoException().isThrownBy(() -> look(false));
    }

    @Test
    void refusesTheLocalProfile() {
        environment.setActiveProfiles("local");
        assertThatThrownBy(() -> look(false)).isInstanceOf(CannotStart.class).hasMessageContaining("local");
    }

    @Test
    void refusesSettingsOfTheDemoWhereverTheyStand() {
        environment.setProperty("portal.demo.fill", "true");
        assertThatThrownBy(() -> look(false)).isInstanceOf(CannotStart.class).hasMessageContaining("portal.demo");
    }

    @Test
    void refusesSettingsOfTheDemoInTheEnvironment() {
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "systemEnvironment", Map.of("PORTAL_DEMO_FOLDER", "elsewhere")));
        assertThatThrownBy(() -> look(false)).isInstanceOf(CannotStart.class);
    }

    @Test
    void letsTheDemoBeWhereItIsAtHome() {
        environment.setActiveProfiles("local");
        environment.setProperty("portal.demo.fill", "true");
        assertThatNoException().isThrownBy(() -> look(true));
    }

    private void look(boolean demoIsHere) {
        var guard = new NoDemoInEarnest(demoIsHere);
        guard.setEnvironment(environment);
        guard.postProcessBeanFactory(new DefaultListableBeanFactory());
    }
}
