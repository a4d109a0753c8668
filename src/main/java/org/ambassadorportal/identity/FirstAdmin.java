package org.ambassadorportal.identity;

import jakarta.validation.constraints.Email;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import org.springframework.validation.annotation.Validated;

/** Invites the person who sets the portal up, while nobody is admin. */
@Component
class FirstAdmin implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);

    /**
     * Who sets the portal up.
     *
     * @param firstAdmin mail address that is invited as admin while there is none
     */
    @ConfigurationProperties("portal")
    @Validated
    record Settings(@DefaultValue("") @Email String firstAdmin) {}

    private final Staff staff;
    private final Settings settings;

    FirstAdmin(Staff staff, Settings settings) {
        this.staff = staff;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.firstAdmin().isBlank()) return;
        boolean invited =
                AsSystem.call(() -> staff.inviteFirst(settings.firstAdmin().strip()));
        if (invited) LOG.info("The first admin was invited by mail.");
    }
}
