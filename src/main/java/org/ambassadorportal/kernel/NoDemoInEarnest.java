package org.ambassadorportal.kernel;

import java.util.Map;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Keeps the packaged portal from starting with conveniences of the demo. The demo is left out of it, so they could do
 * nothing there; but whoever asked for them believes to run something else than they do. Looks before any database is
 * opened.
 */
@Component
class NoDemoInEarnest implements BeanFactoryPostProcessor, EnvironmentAware {

    /** Stands in the demo alone, and so not in the packaged jar. */
    private static final String DEMO = "application-local.yaml";

    private final boolean demoIsHere;
    private Environment environment;

    @SuppressWarnings("NullAway.Init")
    NoDemoInEarnest() {
        this(new ClassPathResource(DEMO).exists());
    }

    @SuppressWarnings("NullAway.Init")
    NoDemoInEarnest(boolean demoIsHere) {
        this.demoIsHere = demoIsHere;
    }

    @Override
    public void setEnvironment(Environment present) {
        environment = present;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        if (!demoIsHere) refuse();
    }

    private void refuse() {
        if (environment.acceptsProfiles(Profiles.of("local"))) {
            throw new CannotStart(
                    "The profile \"local\" is the demo's, with its own database and one-click sign-in, and the packaged portal has none of it.",
                    "Take the profile away; to look at the demo run mvn spring-boot:run in the source folder.");
        }
        if (Binder.get(environment)
                .bind("portal.demo", Bindable.mapOf(String.class, String.class))
                .map(Map::isEmpty)
                .map(empty -> !empty)
                .orElse(false)) {
            throw new CannotStart(
                    "Settings below portal.demo are the demo's, and the packaged portal has no demo.",
                    "Take them away, also from the environment (PORTAL_DEMO_…).");
        }
    }
}
