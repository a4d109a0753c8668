package org.ambassadorportal.demo;

import jakarta.persistence.EntityManager;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.validation.BindingResult;
import org.springframework.web.context.WebApplicationContext;

/**
 * The way by which the demo comes in: the portal's own forms, sent as its people would send them, with every rule that
 * holds for people. A form that is refused stops the fill, so what stands in the demo could have been done by hand.
 */
@Component
@Profile("local")
class FrontDoor {

    private static final Pattern REFERENCE = Pattern.compile("R-\\d+");

    private final Supplier<MockMvc> portal;
    private final EntityManager entities;
    private final Cast cast;
    private final Desk desk;
    private final Clock clock;
    private final MessageSource words;

    FrontDoor(
            WebApplicationContext context,
            EntityManager entities,
            Cast cast,
            Desk desk,
            Clock clock,
            MessageSource words) {
        // Made when the first form is sent: most starts send none.
        this.portal = SingletonSupplier.of(
                () -> MockMvcBuilders.webAppContextSetup(context).build());
        this.entities = entities;
        this.cast = cast;
        this.desk = desk;
        this.clock = clock;
        this.words = words;
    }

    /**
     * Sends a form as this person.
     *
     * @return where the portal leads them next
     * @throws IllegalStateException when the portal refuses it, and why
     */
    String send(String login, Form form) {
        var answer = by(login, () -> perform(form));
        int status = answer.getResponse().getStatus();
        var next = answer.getResponse().getRedirectedUrl();
        if (status / 100 != 3 || next == null) {
            throw new IllegalStateException(
                    login + " sent " + form + " and was answered " + status + ": " + why(answer));
        }
        return next;
    }

    /** Sends a reply of the team, which nobody takes back. */
    void reply(String login, Form form) {
        send(login, form);
        AsSystem.run(() -> desk.sendReplies(clock.instant().plus(Duration.ofDays(1))));
        entities.flush();
        entities.clear();
    }

    /** Sends a form that makes an item for the desk. */
    String ask(String login, Form form) {
        var next = send(login, form);
        var reference = REFERENCE.matcher(next);
        if (!reference.find()) throw new IllegalStateException(login + " sent " + form + " and was led to " + next);
        return reference.group();
    }

    /** Does something as this person for which there is no form, or which is done by the thousand. */
    <T> T by(String login, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        var person = cast.signedIn(login);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(person, "", rights(person)));
        SecurityContextHolder.setContext(context);
        try {
            var done = work.get();
            // All is one transaction: what was done so far is written, and need not be looked through again.
            entities.flush();
            entities.clear();
            return done;
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private MvcResult perform(Form form) {
        try {
            return portal.get().perform(request(form).params(form.fields())).andReturn();
        } catch (Exception broken) {
            throw new IllegalStateException(form.toString(), broken);
        }
    }

    private static AbstractMockHttpServletRequestBuilder<?> request(Form form) {
        var address = URI.create(form.path());
        if (form.files().isEmpty()) return MockMvcRequestBuilders.post(address);
        var parts = MockMvcRequestBuilders.multipart(address);
        form.files()
                .forEach((name, words) ->
                        parts.file(new MockMultipartFile("files", name, null, words.getBytes(StandardCharsets.UTF_8))));
        return parts;
    }

    private static List<GrantedAuthority> rights(SignedIn person) {
        var rights = new ArrayList<GrantedAuthority>();
        person.roles().forEach(role -> rights.add(new SimpleGrantedAuthority("ROLE_" + role.name())));
        if (person.lead()) rights.add(new SimpleGrantedAuthority("LEAD"));
        return rights;
    }

    /** What the page says is wrong. */
    private String why(MvcResult answer) {
        var said = new ArrayList<String>();
        if (answer.getResolvedException() != null) said.add(String.valueOf(answer.getResolvedException()));
        var page = answer.getModelAndView();
        if (page != null) {
            page.getModel().values().stream()
                    .filter(BindingResult.class::isInstance)
                    .flatMap(found -> ((BindingResult) found).getAllErrors().stream())
                    .forEach(error -> said.add(
                            Objects.toString(error.getObjectName()) + " " + error.getCode() + ": " + words(error)));
            page.getModel().forEach((name, value) -> {
                if (value instanceof RuntimeException refused) said.add(name + " " + refused);
            });
        }
        return String.join("; ", said);
    }

    private @Nullable String words(org.springframework.context.MessageSourceResolvable error) {
        return AsSystem.call(() -> words.getMessage(error, Locale.US));
    }
}
