package org.ambassadorportal.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.CalendarPart;
import org.ambassadorportal.identity.ForAnyone;
import org.ambassadorportal.identity.ForSystem;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.identity.OptionalMail;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The mails that are to go out. Whoever has something to say gets its rows in its own transaction; the nodes then take
 * one mail at a time, each for itself, and note how it went. No method here speaks to a mail server, so none of these
 * transactions waits for one.
 */
@Service
class Outbox {

    private static final TypeReference<LinkedHashMap<String, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient database;
    private final NamedParameterJdbcTemplate batch;
    private final MailTexts texts;
    private final MailSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    Outbox(
            JdbcClient database,
            NamedParameterJdbcTemplate batch,
            MailTexts texts,
            MailSettings settings,
            JsonMapper json,
            Clock clock) {
        this.database = database;
        this.batch = batch;
        this.texts = texts;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Writes one row for each letter and recipient, in the transaction of the event; none for whoever has switched
     * letters of this kind off. Open to anyone, because what is
     * said was allowed by the service that said it, and people who cannot sign in yet ask for a link.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    @ForAnyone
    void write(Mailed event) {
        var rows = new ArrayList<SqlParameterSource>();
        for (var letter : event.letters()) {
            var written = new HashSet<Object>();
            for (var recipient : letter.to()) {
                boolean newPerson = written.add(recipient.id());
                boolean newMailbox = written.add(recipient.mail().toLowerCase(Locale.ROOT));
                if (newPerson && newMailbox) rows.add(row(letter, recipient));
            }
        }
        // At once, because a new policy goes to everybody.
        batch.batchUpdate("""
                insert into email (id, letter, subject, reference, recipient_id, recipient_name, recipient_mail,
                                   facts, words, path, ticket, second_path, calendar_method, calendar, optional,
                                   state, written_at, settled_at)
                select :id, :letter, :subject, :reference, :recipient, :name, :mail,
                       :facts::json, :words, :path, :ticket, :second, :method, :calendar, :optional,
                       :state, :at, :settled
                 where not exists (select from email_off where person_id = :recipient and kind = :optional)
                """, rows.toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource row(Letter letter, Addressee recipient) {
        boolean caught = settings.catches();
        var calendar = letter.calendar();
        var optional = letter.optional();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return new MapSqlParameterSource()
                .addValue("id", MailId.next().value())
                .addValue("letter", letter.key())
                .addValue("subject", texts.subject(letter, recipient.name()))
                .addValue("reference", letter.reference())
                .addValue("recipient", recipient.id().value())
                .addValue("name", recipient.name())
                .addValue("mail", recipient.mail())
                .addValue("facts", json.writeValueAsString(letter.facts()))
                .addValue("words", letter.words())
                .addValue("path", letter.path())
                .addValue("ticket", letter.ticket())
                .addValue("second", letter.second())
                .addValue("method", calendar == null ? null : calendar.method())
                .addValue("calendar", calendar == null ? null : calendar.text())
                .addValue("optional", optional == null ? null : optional.name())
                .addValue("state", (caught ? MailState.CAUGHT : MailState.WAITING).name())
                .addValue("at", now)
                .addValue("settled", caught ? now : null, Types.TIMESTAMP_WITH_TIMEZONE);
    }

    /**
     * Takes the mail that has been due for longest, sign-in mails before all others, because their links do not last. It
     * belongs to the caller until {@link MailSettings#LEASE} is over;
     * two callers never get the same. Where a node dies with a mail in its hands, another takes it after that.
     */
    @Transactional
    @ForSystem
    Optional<WaitingMail> claim() {
        return database.sql("""
                        update email
                           set claim = :claim, attempts = attempts + 1,
                               claimed_until = now() + make_interval(secs => :lease)
                         where id = (select id from email
                                      where state = 'WAITING' and due_at <= now()
                                        and (claimed_until is null or claimed_until <= now())
                                      order by (ticket is null), due_at, id
                                      limit 1
                                        for update skip locked)
                        returning *
                        """)
                .param("claim", UUID.randomUUID())
                .param("lease", MailSettings.LEASE.toSeconds())
                .query((row, number) -> waitingMail(row))
                .optional();
    }

    /** Notes that the server took it. */
    @Transactional
    @ForSystem
    void delivered(WaitingMail mail) {
        settle(mail, MailState.DELIVERED, null, null);
    }

    /** Notes that it never will go out; it can be sent again by hand. */
    @Transactional
    @ForSystem
    void failed(WaitingMail mail, Problem problem, @Nullable String answer) {
        settle(mail, MailState.FAILED, problem, answer);
    }

    /** Notes that it did not go out this time, and when it is tried again. */
    @Transactional
    @ForSystem
    void deferred(WaitingMail mail, Problem problem, @Nullable String answer, Duration pause) {
        database.sql("""
                        update email
                           set claim = null, claimed_until = null, problem = :problem, answer = :answer,
                               due_at = now() + make_interval(secs => :pause)
                         where id = :id and claim = :claim
                        """)
                .param("problem", problem.name())
                .param("answer", answer)
                .param("pause", pause.toMillis() / 1000.0)
                .param("id", mail.id().value())
                .param("claim", mail.claim())
                .update();
    }

    private void settle(WaitingMail mail, MailState state, @Nullable Problem problem, @Nullable String answer) {
        database.sql("""
                        update email
                           set state = :state, settled_at = :at, claim = null, claimed_until = null,
                               problem = :problem, answer = :answer
                         where id = :id and claim = :claim
                        """)
                .param("state", state.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("problem", problem == null ? null : problem.name())
                .param("answer", answer)
                .param("id", mail.id().value())
                .param("claim", mail.claim())
                .update();
    }

    /** Keeps everything that waits in the portal, as if it had been sent when it was written; says how many. */
    @Transactional
    @ForSystem
    int keepAll() {
        return database.sql("update email set state = 'CAUGHT', settled_at = written_at where state = 'WAITING'")
                .update();
    }

    /** Forgets what was settled before this moment. */
    @Transactional
    @ForSystem
    int forget(Instant before) {
        return database.sql("delete from email where state <> 'WAITING' and settled_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** For how long the oldest has waited; zero when none waits. */
    @Transactional(readOnly = true)
    @ForSystem
    Duration oldestWaits() {
        double seconds = database.sql("select coalesce(extract(epoch from now() - min(queued_at)), 0)"
                        + " from email where state = 'WAITING'")
                .query(Double.class)
                .single();
        return Duration.ofMillis(Math.max(0, Math.round(seconds * 1000)));
    }

    /** How many failed and nobody has sent again. */
    @Transactional(readOnly = true)
    @ForSystem
    long failedOnes() {
        return database.sql("select count(*) from email where state = 'FAILED'")
                .query(Long.class)
                .single();
    }

    /** The letter of a mail, to be read in the portal. */
    @Transactional(readOnly = true)
    @ForSystem
    Optional<WaitingMail> find(MailId id) {
        return database.sql("select * from email where id = :id")
                .param("id", id.value())
                .query((row, number) -> waitingMail(row))
                .optional();
    }

    private WaitingMail waitingMail(ResultSet row) throws SQLException {
        Map<String, String> facts = json.readValue(row.getString("facts"), FACTS);
        var optional = row.getString("optional");
        return new WaitingMail(
                new MailId(row.getObject("id", UUID.class)),
                row.getString("letter"),
                row.getString("subject"),
                row.getString("reference"),
                row.getString("recipient_name"),
                row.getString("recipient_mail"),
                facts,
                row.getString("words"),
                row.getString("path"),
                row.getObject("ticket", UUID.class),
                row.getString("second_path"),
                calendar(row),
                optional == null ? null : OptionalMail.valueOf(optional),
                row.getObject("claim", UUID.class),
                row.getInt("attempts"));
    }

    private static @Nullable CalendarPart calendar(ResultSet row) throws SQLException {
        var method = row.getString("calendar_method");
        return method == null ? null : new CalendarPart(method, row.getString("calendar"));
    }
}
