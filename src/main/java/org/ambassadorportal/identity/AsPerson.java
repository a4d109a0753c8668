package org.ambassadorportal.identity;

import java.util.function.Consumer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Does work that somebody began and that goes on after their request: as this person, with the rights they have now. A
 * right that was taken away meanwhile is missing here too.
 */
@Component
public class AsPerson {

    private final People people;

    AsPerson(People people) {
        this.people = people;
    }

    /**
     * Does a piece of it.
     *
     * @return whether it was done; somebody who is disabled does nothing any more
     */
    public boolean run(PersonId id, Consumer<SignedIn> work) {
        var row = AsSystem.call(() -> people.get(id));
        if (row.disabled()) return false;
        var person = new SignedIn(row.id(), row.name(), row.mail(), row.roles(), row.lead());
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PersonToken(person, false));
        SecurityContextHolder.setContext(context);
        try {
            work.accept(person);
            return true;
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
