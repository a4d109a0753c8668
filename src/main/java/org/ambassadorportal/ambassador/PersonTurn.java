package org.ambassadorportal.ambassador;

import org.ambassadorportal.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets what one person does to their own enrollment and page happen one after the other, whatever they press at once. */
@Component
class PersonTurn {

    private final JdbcClient database;

    PersonTurn(JdbcClient database) {
        this.database = database;
    }

    /** Waits until no other transaction works for this person; holds until the present one ends. */
    void take(PersonId person) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 61))")
                .param("enrolling:" + person)
                .query(row -> {});
    }
}
