package org.ambassadorportal.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.ForAdmins;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Cursor;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Slice;
import org.ambassadorportal.kernel.StaleEdit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What admins do with policies: write the next version, publish it, see who has acknowledged which. */
@Service
class PolicyEditing {

    private static final int READERS_ON_A_PAGE = 50;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

    private final PolicyTexts policies;
    private final JdbcClient database;
    private final Clock clock;

    PolicyEditing(PolicyTexts policies, JdbcClient database, Clock clock) {
        this.policies = policies;
        this.database = database;
        this.clock = clock;
    }

    /** A policy in the list of policies. */
    record Row(
            String key,
            String title,
            int number,
            LocalDate effective,
            int acknowledged,
            @Nullable Integer draft) {}

    /** A version in the history of a policy. */
    record VersionRow(int number, PolicyState state, String title, LocalDate effective, int acknowledged) {}

    /** Who acknowledged a version, and when. */
    record ReaderRow(UUID id, String name, int number, Instant at) {}

    /** The policy as it is edited: its version, what the draft says or would begin with, and its history. */
    record Page(
            String key,
            long version,
            String title,
            String text,
            LocalDate effective,
            boolean drafted,
            int number,
            @Nullable String officialUrl,
            String html,
            String hash,
            List<VersionRow> history) {}

    @ForAdmins
    @Transactional(readOnly = true)
    public List<Row> list() {
        return database.sql("""
                        select p.key, v.title, v.number, v.effective,
                               (select count(*) from policy_attestation a where a.version_id = v.id) as acknowledged,
                               (select d.number from policy_version d where d.policy_id = p.id and d.state = 'DRAFT') as draft
                        from policy p join policy_version v on v.policy_id = p.id and v.state = 'CURRENT'
                        order by p.id""").query(Row.class).list();
    }

    @ForAdmins
    @Transactional(readOnly = true)
    public Page page(String key, LocalDate today) {
        var policy = find(key);
        var current = policy.current().orElseThrow(NotFound::new);
        var draft = policy.draft();
        var source = draft.orElse(current);
        return new Page(
                key,
                policy.version(),
                source.title(),
                source.text(),
                draft.isPresent() ? source.effective() : today,
                draft.isPresent(),
                draft.map(PolicyVersion::number).orElse(current.number() + 1),
                policy.officialUrl(),
                new PolicyText(source.text()).html(),
                source.hash(),
                history(policy));
    }

    private List<VersionRow> history(Policy policy) {
        return database.sql("""
                        select v.number, v.state, v.title, v.effective,
                               (select count(*) from policy_attestation a where a.version_id = v.id) as acknowledged
                        from policy_version v where v.policy_id = ? and v.state <> 'DRAFT' order by v.number desc""")
                .param(policy.id().value())
                .query(VersionRow.class)
                .list();
    }

    /** Writes the draft of the next version; nobody but admins sees it. */
    @ForAdmins
    @Transactional
    public void write(String key, @Nullable Long seen, String title, String text, LocalDate effective) {
        var policy = find(key);
        policy.write(seen, title, new PolicyText(text), effective, clock.instant());
        store(policy);
    }

    @ForAdmins
    @Transactional
    public void discard(String key, @Nullable Long seen) {
        var policy = find(key);
        policy.discard(seen, clock.instant());
        store(policy);
    }

    @ForAdmins
    @Transactional
    public void link(String key, @Nullable String url) {
        var policy = find(key);
        policy.link(url, clock.instant());
        store(policy);
    }

    /**
     * Publishes the draft: it is current from now on, the one before is archived, and everyone is asked again.
     *
     * @return the number of the version that is now current
     */
    @ForAdmins
    @Transactional
    public int publish(String key, @Nullable Long seen, PersonId by) {
        var policy = find(key);
        var at = clock.instant();
        var version = policy.publish(seen, by, at);
        policy.published(new PolicyPublished(
                policy.id().value(),
                key,
                version.title(),
                version.number(),
                DAY.format(version.effective()),
                readers(policy.id()),
                at));
        store(policy);
        return version.number();
    }

    private List<Addressee> readers(PolicyId policy) {
        return database.sql("""
                        select p.id, p.name, p.mail from person p
                        where not p.disabled and p.id in (
                            select a.person_id from policy_attestation a
                            join policy_version v on v.id = a.version_id where v.policy_id = ?)
                        order by p.id""")
                .param(policy.value())
                .query((row, n) -> new Addressee(
                        new PersonId(row.getObject("id", UUID.class)), row.getString("name"), row.getString("mail")))
                .list();
    }

    /** Who acknowledged a version of this policy, the latest first. */
    @ForAdmins
    @Transactional(readOnly = true)
    public Slice<ReaderRow> acknowledged(String key, @Nullable String after) {
        var from = Cursor.read(after, 2);
        var rows = database.sql("""
                        select a.id, p.name, v.number, a.at
                        from policy_attestation a
                        join policy_version v on v.id = a.version_id
                        join policy y on y.id = v.policy_id
                        join person p on p.id = a.person_id
                        where y.key = :key and (a.at, a.id) < (cast(:at as timestamptz), cast(:id as uuid))
                        order by a.at desc, a.id desc limit :limit""")
                .param("key", key)
                .param("at", from.map(c -> c.values().get(0)).orElse("infinity"))
                .param("id", from.map(c -> c.values().get(1)).orElse("ffffffff-ffff-ffff-ffff-ffffffffffff"))
                .param("limit", READERS_ON_A_PAGE + 1)
                .query((row, n) -> new ReaderRow(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getInt("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
        return Slice.of(rows, READERS_ON_A_PAGE, row -> Cursor.of(row.at(), row.id()));
    }

    private void store(Policy policy) {
        try {
            policies.saveAndFlush(policy);
        } catch (OptimisticLockingFailureException race) {
            throw new StaleEdit();
        }
    }

    private Policy find(String key) {
        return policies.findByKey(key).orElseThrow(NotFound::new);
    }
}
