package org.ambassadorportal.consultation;

import java.util.UUID;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.registry.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Units and official accounts for tests of the intakes; each call makes a new one. */
public class Surroundings {

    private final JdbcClient database;

    public Surroundings(JdbcClient database) {
        this.database = database;
    }

    /** A section with a name of its own. */
    public String unit() {
        var id = Ids.next();
        var name = "Section of Placeholder " + tail(id);
        database.sql(
                        "insert into organization_unit (id, name, kind, closed, version) values (?, ?, 'SECTION', false, 0)")
                .params(id, name)
                .update();
        return name;
    }

    /** A published official account with a name of its own. */
    public AccountId account(String name) {
        var unit = database.sql("select id from organization_unit where name = ?")
                .param(unit())
                .query(UUID.class)
                .single();
        var id = Ids.next();
        var handle = "demo_" + tail(id);
        database.sql("""
                        insert into registry_account (id, version, kind, state, name, platform, handle, canonical, unit_id,
                            language, registered_at)
                        values (?, 0, 'OFFICIAL', 'PUBLISHED', ?, 'X', ?, ?, ?, 'en', now())""").params(id, name, handle, "x:" + handle, unit).update();
        return new AccountId(id);
    }

    private static String tail(UUID id) {
        return id.toString().substring(28);
    }
}
