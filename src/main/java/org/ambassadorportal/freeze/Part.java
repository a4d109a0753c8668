package org.ambassadorportal.freeze;

import java.util.Locale;
import java.util.Optional;
import org.ambassadorportal.identity.PersonId;

/** The part somebody already has in an exception, and which keeps them from deciding or reviewing it. */
enum Part {
    ASKED,
    ENTERED,
    SPONSORS,
    REVIEWED;

    /** The first part that applies; the rule asks who somebody is, never which role they have. */
    static Optional<Part> of(
            PersonId person, PersonId requester, PersonId enteredBy, PersonId sponsor, boolean reviewed) {
        if (person.equals(requester)) return Optional.of(ASKED);
        if (person.equals(enteredBy)) return Optional.of(ENTERED);
        if (person.equals(sponsor)) return Optional.of(SPONSORS);
        return reviewed ? Optional.of(REVIEWED) : Optional.empty();
    }

    /** "You may not: you reviewed it." */
    public String key() {
        return "freeze.may-not." + name().toLowerCase(Locale.ROOT);
    }
}
