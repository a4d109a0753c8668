package org.ambassadorportal.identity;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Whether the demo offers its people on the sign-in page: in the local profile, where its templates are there. */
@Component
class OneClick {

    private final boolean offered;

    OneClick(Environment environment) {
        this.offered = environment.acceptsProfiles(Profiles.of("local"))
                && new ClassPathResource("templates/demo/one-click.html").exists();
    }

    boolean offered() {
        return offered;
    }
}
