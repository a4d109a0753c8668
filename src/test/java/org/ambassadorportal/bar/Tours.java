package org.ambassadorportal.bar;

import java.util.List;
import org.ambassadorportal.demo.Personas;
import org.ambassadorportal.identity.PersonRow;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The walks of the demo's people through the portal. */
@TestComponent
public class Tours {

    /** Who walks: each sees other pages than those before. */
    static final List<String> WHO = List.of("nobody", "staff", "ambassador", "comms", "admin");

    private final MockMvcTester browser;
    private final RequestMappingHandlerMapping mappings;
    private final Personas personas;

    Tours(
            MockMvcTester browser,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            Personas personas) {
        this.browser = browser;
        this.mappings = mappings;
        this.personas = personas;
    }

    Tour of(String who) {
        return Tour.of(who, browser, mappings, person(who));
    }

    @Nullable PersonRow person(String who) {
        return personas.offered().stream()
                .filter(offer -> offer.user().equals(who))
                .findFirst()
                .map(Personas.Offer::person)
                .orElse(null);
    }
}
