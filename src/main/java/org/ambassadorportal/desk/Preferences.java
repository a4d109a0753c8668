package org.ambassadorportal.desk;

import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How each of the team likes the desk to be. */
@Service
class Preferences {

    private final JdbcClient database;

    Preferences(JdbcClient database) {
        this.database = database;
    }

    /** Switches single keys on or off. */
    @ForComms
    @Transactional
    void keys(PersonId who, boolean on) {
        database.sql("""
                        insert into desk_preference (person_id, keys) values (?, ?)
                        on conflict (person_id) do update set keys = excluded.keys""").params(who.value(), on).update();
    }

    /** Shows the lines of history in conversations, or hides them. */
    @ForComms
    @Transactional
    void history(PersonId who, boolean on) {
        database.sql("""
                        insert into desk_preference (person_id, keys, history) values (?, true, ?)
                        on conflict (person_id) do update set history = excluded.history""").params(who.value(), on).update();
    }
}
