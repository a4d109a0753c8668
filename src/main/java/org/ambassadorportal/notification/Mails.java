package org.ambassadorportal.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.ForAdmins;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Cursor;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Slice;
import org.ambassadorportal.kernel.Total;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What admins see of the outbox, and what they can do there. */
@Service
class Mails {

    private static final int PAGE = 50;

    private static final String MAIL = """
            select id, subject, reference, recipient_name, recipient_mail, state, written_at, settled_at, due_at,
                   attempts, problem, answer, ticket, calendar_method
              from email""";

    private final JdbcClient database;
    private final Outbox outbox;
    private final Composer composer;
    private final MailSettings settings;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Mails(
            JdbcClient database,
            Outbox outbox,
            Composer composer,
            MailSettings settings,
            People people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.composer = composer;
        this.settings = settings;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** The newest mails that the filter lets through, a page of them. */
    @Transactional(readOnly = true)
    @ForAdmins
    Slice<MailRow> list(MailFilter filter, @Nullable String after) {
        // Put together, so that the database sees which index helps.
        var where = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        values.put("limit", PAGE + 1);
        var state = filter.chosen();
        if (state != null) {
            where.add("state = :state");
            values.put("state", state.name());
        }
        var reference = filter.reference();
        if (reference != null) {
            where.add("reference = :reference");
            values.put("reference", reference);
        }
        var recipient = filter.recipient();
        if (recipient != null) {
            where.add("recipient_name || ' ' || recipient_mail ilike :recipient");
            values.put("recipient", recipient);
        }
        position(after).ifPresent(position -> {
            where.add("(written_at, id) < (:at, :id)");
            values.put("at", position.at());
            values.put("id", position.id());
        });
        var rows = database.sql(MAIL
                        + (where.isEmpty() ? "" : " where " + String.join(" and ", where))
                        + " order by written_at desc, id desc limit :limit")
                .params(values)
                .query((row, number) -> mailRow(row))
                .list();
        return Slice.of(
                rows, PAGE, last -> Cursor.of(last.writtenAt(), last.id().value()));
    }

    /** How many stand where, exact to a thousand. */
    @Transactional(readOnly = true)
    @ForAdmins
    MailCounts counts() {
        var counted = new ArrayList<String>();
        counted.add("(select count(*) from (select 1 from email limit 1001) c) as every");
        for (var state : MailState.values()) {
            counted.add("(select count(*) from (select 1 from email where state = '%1$s' limit 1001) c) as %1$s"
                    .formatted(state.name()));
        }
        return database.sql("select " + String.join(", ", counted) + """
                        , (select coalesce(extract(epoch from now() - min(queued_at)), 0) from email
                            where state = 'WAITING') as oldest
                        """)
                .query((row, number) -> new MailCounts(
                        new Total(row.getInt("every")),
                        new Total(row.getInt("waiting")),
                        new Total(row.getInt("delivered")),
                        new Total(row.getInt("caught")),
                        new Total(row.getInt("failed")),
                        Duration.ofSeconds(Math.max(0, row.getLong("oldest")))))
                .single();
    }

    /**
     * One mail.
     *
     * @throws NotFound when there is none
     */
    @Transactional(readOnly = true)
    @ForAdmins
    MailRow get(MailId id) {
        return database.sql(MAIL + " where id = :id")
                .param("id", id.value())
                .query((row, number) -> mailRow(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * What the mail says, where mails may be read in the portal: in the local profile alone. The link of a sign-in
     * mail is made anew at each reading, as it is at each sending.
     *
     * @return {@code null} where mails may not be read
     */
    @Transactional(propagation = Propagation.NEVER)
    @ForAdmins
    @Nullable LetterPage read(MailId id) {
        if (!settings.readable()) return null;
        return AsSystem.call(() -> outbox.find(id).map(composer::letter)).orElseThrow(NotFound::new);
    }

    /**
     * Puts a mail that failed, or was lost behind the server, at the end of the line once more.
     *
     * @throws CannotGoAgain when it waits already or is kept in the portal
     */
    @Transactional
    @ForAdmins
    void sendAgain(MailId id) {
        var row = get(id);
        if (!row.canGoAgain()
                || requeue("id = :id and state in ('FAILED', 'DELIVERED')", id.value())
                        .isEmpty()) {
            throw new CannotGoAgain();
        }
    }

    /** Puts all mails that failed at the end of the line once more; says how many. */
    @Transactional
    @ForAdmins
    int sendFailedAgain() {
        return requeue("state = 'FAILED'", null).size();
    }

    /** Sends a mail to the admin who asks for it, to see whether mail arrives. */
    @Transactional
    @ForAdmins
    void sendTest(PersonId admin) {
        events.publishEvent(new TestMailAsked(people.addressee(admin), clock.instant()));
    }

    private List<MailQueuedAgain> requeue(String which, @Nullable UUID id) {
        var now = clock.instant();
        var again = database.sql("""
                        update email
                           set state = 'WAITING', settled_at = null, queued_at = now(), due_at = now(),
                               attempts = 0, problem = null, answer = null
                         where %s
                        returning id, reference
                        """.formatted(which))
                .param("id", id)
                .query((row, number) ->
                        new MailQueuedAgain(row.getObject("id", UUID.class), row.getString("reference"), now))
                .list();
        again.forEach(events::publishEvent);
        return again;
    }

    private record Position(
            @Nullable OffsetDateTime at, @Nullable UUID id) {}

    private static Optional<Position> position(@Nullable String after) {
        try {
            return Cursor.read(after, 2)
                    .map(cursor -> new Position(
                            Instant.parse(cursor.values().get(0)).atOffset(ZoneOffset.UTC),
                            UUID.fromString(cursor.values().get(1))));
        } catch (IllegalArgumentException | DateTimeParseException notOurs) {
            return Optional.empty();
        }
    }

    private static MailRow mailRow(ResultSet row) throws SQLException {
        var state = MailState.valueOf(row.getString("state"));
        var problem = row.getString("problem");
        return new MailRow(
                new MailId(row.getObject("id", UUID.class)),
                row.getString("subject"),
                row.getString("reference"),
                row.getString("recipient_name"),
                row.getString("recipient_mail"),
                state,
                instant(row, "written_at"),
                row.getObject("settled_at") == null ? null : instant(row, "settled_at"),
                state == MailState.WAITING ? instant(row, "due_at") : null,
                row.getInt("attempts"),
                problem == null ? null : Problem.valueOf(problem),
                row.getString("answer"),
                row.getObject("ticket") != null,
                row.getString("calendar_method") != null);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
