package org.ambassadorportal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.ambassadorportal.policy.Policies;
import org.ambassadorportal.policy.PolicyRow;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Halfway through the year both policies get a second version, and most ambassadors acknowledge it as well. */
@Component
@Profile("local")
class PolicyRoom implements Room {

    private static final int REWRITTEN = 150;

    private final FrontDoor door;
    private final Policies policies;
    private final Cast cast;

    PolicyRoom(FrontDoor door, Policies policies, Cast cast) {
        this.door = door;
        this.policies = policies;
        this.cast = cast;
    }

    @Override
    public void plan(DemoYear year) {
        var published = year.on(REWRITTEN, "policies");
        year.at(published, () -> policies.current().forEach(policy -> rewrite(year, policy)));
        for (var enrollee : Enrollee.all()) {
            var login = enrollee.login();
            var chance = new Random(login.hashCode());
            // A few have not come round to it yet; whoever joins later reads the new version at once.
            boolean reads = chance.nextInt(6) > 0
                    && enrollee.since() > REWRITTEN
                    && !enrollee.state().equals("left");
            if (reads) year.at(year.later(published, 20 + chance.nextInt(900)), () -> acknowledge(login));
        }
    }

    private void rewrite(DemoYear year, PolicyRow policy) {
        var admin = Persona.ADMIN.login();
        door.send(
                admin,
                Form.to("/admin/policies/{key}", policy.key())
                        .with("title", policy.title())
                        .with("text", text(policy.key()))
                        .with("effective", year.workday(REWRITTEN)));
        door.send(admin, Form.to("/admin/policies/{key}/publish", policy.key()));
    }

    private static String text(String key) {
        try {
            return new ClassPathResource("demo/" + key + ".md").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private void acknowledge(String login) {
        for (var policy :
                door.by(login, () -> policies.openFor(cast.person(login).id()))) {
            door.send(
                    login,
                    Form.to("/policies/{key}/acknowledge", policy.key())
                            .with("version", policy.id().value())
                            .with("hash", policy.hash()));
        }
    }
}
