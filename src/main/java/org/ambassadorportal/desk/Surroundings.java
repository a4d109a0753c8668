package org.ambassadorportal.desk;

import java.util.ArrayList;
import java.util.UUID;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what hangs on an item, all of it with one statement. */
@Service
class Surroundings {

    private static final String SELECT = """
            select 'HISTORY' as what, null::uuid as id, null as name
              from desk_preference where person_id = :me and not history
            union all
            (select 'WATCHER', p.id, p.name
               from desk_watch w join person p on p.id = w.person_id
              where w.reference = :reference and not p.disabled and p.role in ('COMMS', 'ADMIN')
              order by p.name, p.id)
            """;

    private final JdbcClient database;

    Surroundings(JdbcClient database) {
        this.database = database;
    }

    @ForComms
    @Transactional(readOnly = true)
    Around of(ItemRow item, PersonId me) {
        var watchers = new ArrayList<Around.Watcher>();
        var hidden = new ArrayList<String>();
        database.sql(SELECT)
                .param("me", me.value())
                .param("reference", item.reference().number())
                .query(row -> {
                    switch (row.getString("what")) {
                        case "WATCHER" ->
                            watchers.add(new Around.Watcher(
                                    new PersonId(row.getObject("id", UUID.class)), row.getString("name")));
                        default -> hidden.add(row.getString("what"));
                    }
                });
        return new Around(watchers, hidden.isEmpty());
    }
}
