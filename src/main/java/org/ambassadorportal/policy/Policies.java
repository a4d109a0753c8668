package org.ambassadorportal.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.ForAnyone;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The policies in force, and who has acknowledged them. An acknowledgement names the exact version and the hash of the
 * text that was read; it stays when a newer version asks again.
 */
@Service
public class Policies {

    private static final String SHOWN =
            "select v.id, p.key, v.title, v.number, v.effective, v.hash, v.text, p.official_url, v.state"
                    + " from policy_version v join policy p on p.id = v.policy_id ";

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Policies(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** The current version of every policy, in the order in which they are read. */
    @ForAnyone
    @Transactional(readOnly = true)
    public List<PolicyRow> current() {
        return database.sql(SHOWN + "where v.state = 'CURRENT' order by p.id")
                .query(Policies::row)
                .list();
    }

    /** The current versions that this person has not acknowledged; empty when nothing is open. */
    @ForInside
    @Transactional(readOnly = true)
    public List<PolicyRow> openFor(PersonId person) {
        return database.sql(SHOWN + "where v.state = 'CURRENT' and not exists (select 1 from policy_attestation a"
                        + " where a.version_id = v.id and a.person_id = :person) order by p.id")
                .param("person", person.value())
                .query(Policies::row)
                .list();
    }

    /** All that this person ever acknowledged, the latest first. */
    @ForInside
    @Transactional(readOnly = true)
    public List<AttestationRow> attestationsOf(PersonId person) {
        return database.sql(
                        "select a.version_id, p.key, v.title, v.number, a.hash, a.at, v.state = 'CURRENT' as current"
                                + " from policy_attestation a join policy_version v on v.id = a.version_id"
                                + " join policy p on p.id = v.policy_id where a.person_id = :person order by a.at desc, p.id")
                .param("person", person.value())
                .query((row, n) -> new AttestationRow(
                        new PolicyVersionId(row.getObject("version_id", UUID.class)),
                        row.getString("key"),
                        row.getString("title"),
                        row.getInt("number"),
                        row.getString("hash"),
                        instant(row, "at"),
                        row.getBoolean("current")))
                .list();
    }

    /**
     * Remembers that this person acknowledged this version, having read the text with this hash. Once is enough: saying
     * it again changes nothing.
     *
     * @throws Conflict when this is not the current version any more, or its text is another one
     */
    @ForInside
    @Transactional
    public void attest(PersonId person, PolicyVersionId version, String hash) {
        var at = clock.instant();
        int made = database.sql("insert into policy_attestation (id, version_id, person_id, hash, at)"
                        + " select :id, v.id, :person, v.hash, :at from policy_version v"
                        + " where v.id = :version and v.hash = :hash and v.state = 'CURRENT' for share"
                        + " on conflict (version_id, person_id) do nothing")
                .param("id", org.ambassadorportal.kernel.Ids.next())
                .param("version", version.value())
                .param("person", person.value())
                .param("hash", hash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        if (made == 1) events.publishEvent(new PolicyAcknowledged(version.value(), at));
        else if (!acknowledged(person, version, hash)) throw new PolicyTextChanged();
    }

    private boolean acknowledged(PersonId person, PolicyVersionId version, String hash) {
        return database.sql("select count(*) from policy_attestation a join policy_version v on v.id = a.version_id"
                                + " where version_id = :version and person_id = :person and a.hash = :hash"
                                + " and v.state = 'CURRENT'")
                        .param("version", version.value())
                        .param("person", person.value())
                        .param("hash", hash)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * A policy to be read: the current version, or the published one with this number.
     *
     * @param reader whose acknowledgement is looked up; {@code null} for visitors
     * @throws NotFound when there is no such policy, or no such published version
     */
    @ForAnyone
    @Transactional(readOnly = true)
    PolicyPage page(String key, @Nullable Integer number, @Nullable PersonId reader) {
        var versions = new ArrayList<PolicyPage.Version>();
        var rows = database.sql(SHOWN + "where p.key = :key and v.state <> 'DRAFT' order by v.number desc")
                .param("key", key)
                .query((row, n) -> {
                    versions.add(new PolicyPage.Version(
                            row.getInt("number"),
                            row.getObject("effective", LocalDate.class),
                            "CURRENT".equals(row.getString("state"))));
                    boolean wanted =
                            number == null ? "CURRENT".equals(row.getString("state")) : row.getInt("number") == number;
                    return wanted ? List.of(row(row, n)) : List.<PolicyRow>of();
                })
                .list();
        var shown = rows.stream().flatMap(List::stream).findFirst().orElseThrow(NotFound::new);
        boolean current = versions.stream().anyMatch(v -> v.current() && v.number() == shown.number());
        return new PolicyPage(shown, current, List.copyOf(versions), reader == null ? null : when(reader, shown.id()));
    }

    private @Nullable Instant when(PersonId reader, PolicyVersionId version) {
        return database.sql("select at from policy_attestation where version_id = ? and person_id = ?")
                .params(version.value(), reader.value())
                .query((row, n) -> instant(row, "at"))
                .optional()
                .orElse(null);
    }

    private static PolicyRow row(ResultSet row, int n) throws SQLException {
        return new PolicyRow(
                new PolicyVersionId(row.getObject("id", UUID.class)),
                row.getString("key"),
                row.getString("title"),
                row.getInt("number"),
                row.getObject("effective", LocalDate.class),
                row.getString("hash"),
                new PolicyText(row.getString("text")).html(),
                row.getString("official_url"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
