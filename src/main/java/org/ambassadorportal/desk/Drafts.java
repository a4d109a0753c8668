package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ambassadorportal.identity.ForSignedIn;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what people type into the forms of requests until it is sent, one draft per person and form. It keeps what was
 * typed, sound or not: the form checks it again before anything is sent.
 */
@Service
public class Drafts {

    /**
     * What somebody has typed into a form.
     *
     * @param key stays the same until the draft is forgotten, so that it serves as the key of {@code Submissions.once}
     * @param answers what was typed, checked or not
     */
    public record Draft<T>(String key, T answers, Instant savedAt) {}

    /** A form that somebody has begun and not sent. */
    record Begun(String form, Instant savedAt) {}

    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);

    /** Far more than any form takes, and far less than somebody could send to fill the disk. */
    private static final int LARGEST = 100_000;

    // Escaped, a lone surrogate survives the way to the database and back; raw, it would come back as a question mark.
    private final JsonMapper json =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private final JdbcClient database;
    private final Clock clock;

    Drafts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The draft of this person for this form, unless it was sent, thrown away or never begun. */
    @ForSignedIn
    @Transactional(readOnly = true)
    public <T> Optional<Draft<T>> find(PersonId who, String form, Class<T> answers) {
        return database.sql("select id, answers, saved_at from desk_draft where person_id = ? and form = ?")
                .params(who.value(), form)
                .query((row, number) -> read(
                        row.getObject("id", UUID.class),
                        row.getString("answers"),
                        row.getObject("saved_at", OffsetDateTime.class),
                        answers))
                .optional()
                .flatMap(draft -> draft);
    }

    private <T> Optional<Draft<T>> read(UUID id, String text, OffsetDateTime savedAt, Class<T> answers) {
        try {
            return Optional.of(new Draft<>(id.toString(), json.readValue(text, answers), savedAt.toInstant()));
        } catch (JacksonException older) {
            LOG.warn("The draft {} was made for an older form and is left aside", id);
            return Optional.empty();
        }
    }

    /** Keeps what was typed, in place of what was kept before. */
    @ForSignedIn
    @Transactional
    public void keep(PersonId who, String form, Object answers) {
        var text = json.writeValueAsString(answers);
        if (text.length() > LARGEST) return;
        database.sql("""
                        insert into desk_draft (id, person_id, form, answers, saved_at) values (?, ?, ?, ?, ?)
                        on conflict (person_id, form) do update
                        set answers = excluded.answers, saved_at = excluded.saved_at""")
                .params(Ids.next(), who.value(), form, text, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The forms this person has begun and not sent, the latest first. */
    @ForSignedIn
    @Transactional(readOnly = true)
    List<Begun> begun(PersonId who) {
        return database.sql("select form, saved_at from desk_draft where person_id = ? order by saved_at desc, form")
                .param(who.value())
                .query((row, number) -> new Begun(
                        row.getString("form"),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Forgets the draft, because it was sent or is not wanted any more. */
    @ForSignedIn
    @Transactional
    public void forget(PersonId who, String form) {
        database.sql("delete from desk_draft where person_id = ? and form = ?")
                .params(who.value(), form)
                .update();
    }
}
