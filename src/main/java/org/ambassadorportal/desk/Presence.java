package org.ambassadorportal.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.ForSystem;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is at an item now: an open page says so every few seconds, and whoever stops saying it is gone. */
@Service
class Presence {

    /** Longer than an open page is silent, so that nobody flickers. */
    private static final Duration LASTS = Duration.ofSeconds(20);

    private static final String HERE = """
            (select array_agg(array[p.id::text, p.name, w.writing::text] order by w.writing desc, p.name, p.id)
               from desk_presence w join person p on p.id = w.person_id
              where w.reference = :reference and w.at > :since) as here""";

    private static final String LOOK =
            ItemRows.SELECT.replaceFirst("select ", "select " + Seen.NOW + " as seen, " + HERE + ", ")
                    + " where i.reference = :reference";

    /** An item with who is there, and the snapshot in which both were read. */
    record Looked(ItemRow item, Company company, Seen seen) {}

    private final JdbcClient database;
    private final Clock clock;

    Presence(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Reads an item and who is there, in one statement. */
    @ForInside
    @Transactional(readOnly = true)
    Looked look(Reference reference) {
        return database.sql(LOOK)
                .param("reference", reference.number())
                .param("since", since())
                .query((row, number) ->
                        new Looked(ItemRows.MAPPER.mapRow(row, number), company(row), new Seen(row.getString("seen"))))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Says that somebody is at an item, and asks who else is. */
    @ForComms
    @Transactional
    Company here(Reference reference, PersonId who, boolean writing) {
        int said = database.sql("""
                        insert into desk_presence (reference, person_id, writing, at)
                        select i.reference, :who, :writing, :at from desk_item i where i.reference = :reference
                        on conflict (reference, person_id) do update set writing = excluded.writing, at = excluded.at
                        """)
                .param("reference", reference.number())
                .param("who", who.value())
                .param("writing", writing)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (said == 0) throw new NotFound();
        return database.sql("select " + HERE)
                .param("reference", reference.number())
                .param("since", since())
                .query((row, number) -> company(row))
                .single()
                .without(who);
    }

    /** Forgets those who are gone, and the changes that every open page has learned of. */
    @ForSystem
    @Transactional
    void forget() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        database.sql("delete from desk_presence where at < ?")
                .param(now.minusHours(1))
                .update();
        database.sql("delete from desk_change where at < ?")
                .param(now.minusDays(1))
                .update();
    }

    private OffsetDateTime since() {
        return clock.instant().minus(LASTS).atOffset(ZoneOffset.UTC);
    }

    private static Company company(ResultSet row) throws SQLException {
        var here = row.getArray("here");
        if (here == null) return Company.NONE;
        var people = new ArrayList<Company.Present>();
        for (var one : (String[][]) here.getArray()) {
            people.add(
                    new Company.Present(new PersonId(UUID.fromString(one[0])), one[1], Boolean.parseBoolean(one[2])));
        }
        return new Company(people);
    }
}
