package org.ambassadorportal.identity;

import org.ambassadorportal.kernel.CannotStart;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the portal from starting in earnest on a database in which anybody knows the passwords. */
@Component
@Profile("!local")
@DependsOnDatabaseInitialization
class NoDemoPasswords {

    NoDemoPasswords(JdbcClient database) {
        int found = database.sql("select count(*) from person where starts_with(password, ?)")
                .param(Admission.DEMO)
                .query(Integer.class)
                .single();
        if (found > 0) {
            throw new CannotStart(
                    "This database holds the demo: " + found + " people in it have passwords that everybody knows.",
                    "Start the portal on a database of its own.");
        }
    }
}
