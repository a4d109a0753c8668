package org.ambassadorportal.identity;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * People for tests: each call makes a new one, with a mail address of their own. {@code mvc.get().uri("/me").with(as(x))}
 * signs them in for a request, {@link #does} for a call of a service.
 */
@TestComponent
public class TestPeople {

    private final JdbcClient database;

    TestPeople(JdbcClient database) {
        this.database = database;
    }

    public PersonRow staff() {
        return person("Sam Staff", Role.STAFF, false);
    }

    public PersonRow staff(String name) {
        return person(name, Role.STAFF, false);
    }

    public PersonRow comms() {
        return person("Corin Comms", Role.COMMS, false);
    }

    public PersonRow comms(String name) {
        return person(name, Role.COMMS, false);
    }

    public PersonRow lead() {
        return person("Lee Lead", Role.COMMS, true);
    }

    public PersonRow admin() {
        return person("Ada Admin", Role.ADMIN, false);
    }

    public PersonRow admin(String name) {
        return person(name, Role.ADMIN, false);
    }

    /** A person as it stands in the database; without a role they may open nothing. */
    public PersonRow person(String name, @Nullable Role role, boolean lead) {
        var id = PersonId.next();
        var mail = "p" + id.value().toString().replace("-", "") + "@staff.test";
        database.sql("insert into person (id, name, mail, role, lead, version) values (?, ?, ?, ?, ?, 0)")
                .params(id.value(), name, mail, role == null ? null : role.name(), lead)
                .update();
        return new PersonRow(id, name, mail, Role.upTo(role), lead, false);
    }

    /** Signs a person in for one request. */
    public static RequestPostProcessor as(PersonRow person) {
        return SecurityMockMvcRequestPostProcessors.authentication(token(person));
    }

    /** Does something as this person. */
    public static <T> T does(PersonRow person, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(token(person));
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Does something as this person. */
    public static void does(PersonRow person, Runnable work) {
        does(person, () -> {
            work.run();
            return person;
        });
    }

    private static Authentication token(PersonRow person) {
        return new PersonToken(
                new SignedIn(person.id(), person.name(), person.mail(), person.roles(), person.lead()), true);
    }
}
