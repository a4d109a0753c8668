package org.ambassadorportal.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonRow;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Whom the sign-in page and the console offer: none, while the demo is not filled in. */
@Component
@Profile("local")
public class Personas {

    private final People people;

    Personas(People people) {
        this.people = people;
    }

    /**
     * A person to sign in as.
     *
     * @param key the key of the words that say what they are in the portal
     */
    public record Offer(String user, String key, PersonRow person) {}

    public List<Offer> offered() {
        return Arrays.stream(Persona.values())
                .flatMap(persona ->
                        person(persona).map(person -> new Offer(persona.user(), persona.key(), person)).stream())
                .toList();
    }

    Optional<PersonRow> person(Persona persona) {
        return AsSystem.call(() -> people.byMail(persona.mail()));
    }
}
