package org.ambassadorportal.ambassador;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.Photos;
import org.ambassadorportal.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The photographs, re-encoded. One never changes: another picture is another row, so that it can be kept in caches. */
@Component
class Portraits {

    private final JdbcClient database;
    private final Clock clock;

    Portraits(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A photograph and what tells it from all others. */
    static final class Portrait {

        private final UUID id;
        private final byte[] bytes;

        Portrait(UUID id, byte[] bytes) {
            this.id = id;
            this.bytes = bytes;
        }

        UUID id() {
            return id;
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    /**
     * Keeps an uploaded photograph.
     *
     * @throws Refusal for the field "photo", when it is none
     */
    UUID keep(PersonId person, byte[] uploaded) {
        var id = Ids.next();
        database.sql("insert into portrait (id, person_id, bytes, at) values (?, ?, ?, ?)")
                .params(
                        id,
                        person.value(),
                        Photos.reencode("photo", uploaded),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** The photograph of a published page that shows it. */
    Optional<Portrait> published(String slug) {
        return find(
                "select p.id, p.bytes from directory_entry e join portrait p on p.id = e.photo_id where e.slug = ?",
                slug);
    }

    /** The photograph that a person entered, or has on their page. */
    Optional<Portrait> own(PersonId person) {
        return find(
                "select p.id, p.bytes from portrait p where p.id = coalesce("
                        + "(select photo_id from enrollment where person_id = ?"
                        + " and state in ('DRAFT', 'SUBMITTED', 'CHANGES_ASKED')),"
                        + "(select photo_id from ambassador where person_id = ?))",
                person.value(),
                person.value());
    }

    /** The photograph of an enrollment at the desk. */
    Optional<Portrait> entered(Reference reference) {
        return find(
                "select p.id, p.bytes from enrollment e join portrait p on p.id = e.photo_id where e.reference = ?",
                reference.number());
    }

    /** Throws away what no page and no enrollment has any more. */
    void sweep(PersonId person) {
        database.sql("""
                        delete from portrait p where p.person_id = :person
                          and not exists (select 1 from enrollment e where e.photo_id = p.id)
                          and not exists (select 1 from ambassador a where a.photo_id = p.id)""").param("person", person.value()).update();
    }

    private Optional<Portrait> find(String sql, Object... parameters) {
        return database.sql(sql)
                .params(parameters)
                .query((row, n) -> new Portrait(row.getObject("id", UUID.class), row.getBytes("bytes")))
                .optional();
    }
}
