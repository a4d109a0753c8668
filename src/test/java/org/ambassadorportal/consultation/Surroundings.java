package org.ambassadorportal.consultation;

import java.util.UUID;
import org.ambassadorportal.identity.PersonRow;
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
        var unit = unit(unit());
        var id = Ids.next();
        var handle = "demo_" + tail(id);
        database.sql("""
                        insert into registry_account (id, version, kind, state, name, platform, handle, canonical, unit_id,
                            language, registered_at)
                        values (?, 0, 'OFFICIAL', 'PUBLISHED', ?, 'X', ?, ?, ?, 'en', now())""").params(id, name, handle, "x:" + handle, unit).update();
        return new AccountId(id);
    }

    /** The published page of a person, as the directory knows it. */
    public void page(PersonRow person) {
        var id = Ids.next();
        var slug = "demo-" + id;
        var unit = unit(unit());
        database.sql("""
                        insert into ambassador (id, person_id, slug, name, unit_id, topics, languages, show_photo, show_bio,
                            show_topics, show_languages, show_title, show_credentials, since, reviewed_at, paused, version)
                        values (?, ?, ?, ?, ?, '{}', '{}', false, false, true, true, true, true, now(), now(), false, 0)""")
                .params(id, person.id().value(), slug, person.name(), unit)
                .update();
        database.sql("""
                        insert into directory_entry (ambassador_id, slug, name, unit_id, unit_name, topics, topic_keys,
                            languages, platforms, plain_name, document)
                        values (?, ?, ?, ?, 'Section', '{}', '{}', '{}', '{}', lower(immutable_unaccent(?)), '')""").params(id, slug, person.name(), unit, person.name()).update();
    }

    private UUID unit(String name) {
        return database.sql("select id from organization_unit where name = ?")
                .param(name)
                .query(UUID.class)
                .single();
    }

    private static String tail(UUID id) {
        return id.toString().substring(28);
    }
}
