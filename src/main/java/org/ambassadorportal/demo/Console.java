package org.ambassadorportal.demo;

import java.util.ArrayList;
import java.util.Locale;
import org.ambassadorportal.kernel.WebSettings;
import org.ambassadorportal.organization.When;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the console of a start with where the portal is and whom one can be there. */
@Component
@Profile("local")
class Console {

    private static final Logger LOG = LoggerFactory.getLogger(Console.class);

    private final Personas personas;
    private final MovableClock clock;
    private final When when;
    private final WebSettings web;
    private final MessageSource words;

    Console(Personas personas, MovableClock clock, When when, WebSettings web, MessageSource words) {
        this.personas = personas;
        this.clock = clock;
        this.when = when;
        this.web = web;
        this.words = words;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        var lines = new ArrayList<String>();
        lines.add(words("demo.console.here", web.url("/")));
        if (!clock.ahead().isZero()) {
            lines.add(words("demo.console.moved", when.dayTime(clock.instant()), web.url("/demo/clock")));
        }
        var people = personas.offered();
        lines.add(people.isEmpty() ? words("demo.console.nobody") : words("demo.console.people", web.url("/sign-in")));
        for (var offer : people) {
            lines.add("  " + words("demo.console.person", offer.person().name(), words(offer.key())));
        }
        LOG.info("\n\n  {}\n", String.join("\n  ", lines));
    }

    private String words(String key, Object... arguments) {
        return words.getMessage(key, arguments, Locale.US);
    }
}
