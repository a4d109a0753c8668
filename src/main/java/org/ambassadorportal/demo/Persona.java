package org.ambassadorportal.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The people of the demo one can sign in as with one click; each sees the portal differently. */
enum Persona {
    STAFF("nadia.rahman"),
    AMBASSADOR("amina.yusuf"),
    COMMS("marcus.bell"),
    LEAD("hannah.lindqvist"),
    ADMIN("eleanor.fitzgerald"),
    ADMIN2("samuel.okonkwo");

    /** The demo's mail domain; no mail ever reaches it (RFC 2606). */
    static final String DOMAIN = "hospital.test";

    /** Everybody may know it; a portal in earnest does not start on a database that holds it. */
    static final String PASSWORD = "demo-demo-demo";

    private final String login;

    Persona(String login) {
        this.login = login;
    }

    static Optional<Persona> called(String user) {
        return Arrays.stream(values())
                .filter(persona -> persona.user().equals(user))
                .findFirst();
    }

    /** What the button on the sign-in page sends. */
    String user() {
        return name().toLowerCase(Locale.ROOT);
    }

    String login() {
        return login;
    }

    String mail() {
        return login + "@" + DOMAIN;
    }

    /** The key of the words that say what this person is in the portal. */
    String key() {
        return "demo.persona." + user();
    }
}
