package org.ambassadorportal.amplification;

import java.time.LocalDate;
import java.util.List;
import org.ambassadorportal.ambassador.Pickup;
import org.ambassadorportal.ambassador.Pickups;
import org.ambassadorportal.identity.ForAnyone;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.social.Platform;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What of a person ran on official accounts, for the person's public page: title, account, day, post, nothing else. */
@Service
@Transactional(readOnly = true)
class Amplified implements Pickups {

    private static final int SHOWN = 20;

    private final JdbcClient database;

    Amplified(JdbcClient database) {
        this.database = database;
    }

    @Override
    @ForAnyone
    public List<Pickup> of(PersonId person) {
        return database.sql("""
                        select r.title, a.name, a.platform, n.ran_on, n.link
                        from amplification_ambassador p
                        join amplification_request r on r.id = p.request_id
                        join amplification_run n on n.request_id = r.id
                        join registry_account a on a.id = n.account_id
                        where p.person_id = :person
                        order by n.ran_on desc, n.noted_at desc limit :shown""")
                .param("person", person.value())
                .param("shown", SHOWN)
                .query((row, number) -> new Pickup(
                        row.getString("title"),
                        row.getString("name") + ", "
                                + Platform.valueOf(row.getString("platform")).label(),
                        row.getObject("ran_on", LocalDate.class),
                        row.getString("link")))
                .list();
    }
}
