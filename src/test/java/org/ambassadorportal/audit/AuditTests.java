package org.ambassadorportal.audit;

import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.audit.ChainReport.Damage;
import org.ambassadorportal.demo.TestDatabase;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.kernel.Happened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
@Import(TestPeople.class)
class AuditTests {

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    AuditChain chain;

    @Autowired
    TestPeople people;

    record SomethingDone(UUID subject, String reference, Instant at, List<String> fields) implements Happened {}

    @AfterEach
    void theChainIsWholeAgain() {
        assertThat(AsSystem.call(chain::verify).whole()).isTrue();
    }

    @Test
    void everyEventIsARowWithActorVerbAndFields() {
        var admin = people.admin();
        var subject = UUID.randomUUID();
        does(admin, () -> happens(new SomethingDone(subject, "R-1042", Instant.EPOCH, List.of("name", "unit"))));
        var entry = entries(subject).getFirst();
        assertThat(entry.kind()).isEqualTo(ActorKind.PERSON);
        assertThat(entry.actor()).isEqualTo(admin.id().value());
        assertThat(entry.verb()).isEqualTo("something-done");
        assertThat(entry.reference()).isEqualTo("R-1042");
        assertThat(entry.fields()).containsExactly("name", "unit");
        assertThat(entry.at()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void theActorIsWhoActedWhenItHappenedNotWhoCommits() {
        var subject = UUID.randomUUID();
        does(
                people.admin(),
                () -> transaction.executeWithoutResult(status -> {
                    AsSystem.run(() -> events.publishEvent(event(subject)));
                    events.publishEvent(event(subject));
                }));
        assertThat(entries(subject)).extracting(Entry::kind).containsExactly(ActorKind.PORTAL, ActorKind.PERSON);
    }

    @Test
    void aRollbackLeavesNoRow() {
        var subject = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            events.publishEvent(event(subject));
            status.setRollbackOnly();
        });
        assertThat(entries(subject)).isEmpty();
    }

    @Test
    void aTransactionInsideAnotherHasItsOwnRows() {
        var outer = UUID.randomUUID();
        var inner = UUID.randomUUID();
        var own = new TransactionTemplate(java.util.Objects.requireNonNull(transaction.getTransactionManager()));
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            events.publishEvent(event(outer));
            own.executeWithoutResult(nested -> events.publishEvent(event(inner)));
            status.setRollbackOnly();
        });
        assertThat(entries(outer)).isEmpty();
        assertThat(entries(inner)).hasSize(1);
    }

    @Test
    void manyAtOnceMakeOneChain() throws Exception {
        var subject = UUID.randomUUID();
        var start = new CountDownLatch(1);
        Callable<Boolean> writer = () -> {
            start.await();
            for (int i = 0; i < 10; i++) happens(event(subject));
            return true;
        };
        try (var threads = Executors.newFixedThreadPool(6)) {
            var all = new ArrayList<java.util.concurrent.Future<Boolean>>();
            for (int i = 0; i < 6; i++) all.add(threads.submit(writer));
            start.countDown();
            for (var one : all) assertThat(one.get()).isTrue();
        }
        assertThat(entries(subject)).hasSize(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set verb = 'nothing'",
                "delete from audit_entry",
                "truncate audit_entry cascade",
                "update audit_head set seq = 0",
                "delete from audit_head",
                "insert into audit_head values (false, 0, '')",
                "truncate audit_head",
                "update audit_check set problem = null",
                "delete from audit_check",
                "truncate audit_check",
                "update audit_address set address = ''",
                "alter table audit_entry disable trigger all",
                "drop table audit_entry"
            })
    void theApplicationMayNotChangeWhatWasWritten(String attempt) {
        happens(event(UUID.randomUUID()));
        assertThatThrownBy(() -> database.sql(attempt).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void theApplicationMayNotAddARowBesideTheChain() {
        happens(event(UUID.randomUUID()));
        assertThatThrownBy(() -> database.sql("""
                                insert into audit_entry (seq, id, at, actor_kind, verb, subject, fields, prev_hash, hash)
                                select seq + 2, gen_random_uuid(), now(), 'PORTAL', 'x', gen_random_uuid(), '{}',
                                       sha256('a'), sha256('b') from audit_head
                                """).update())
                .rootCause()
                .hasMessageContaining("does not follow the end of the chain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verb = 'something-else'",
                "actor_kind = case actor_kind when 'PORTAL' then 'NOBODY' else 'PORTAL' end",
                "reference = 'R-9'",
                "fields = '{name}'",
                "at = at + interval '1 microsecond'",
                "subject = gen_random_uuid()"
            })
    void anEditByTheOwnerShows(String edit) throws Exception {
        var subject = UUID.randomUUID();
        happens(event(subject));
        happens(event(UUID.randomUUID()));
        long seq = entries(subject).getFirst().seq();
        try (var owner = owner()) {
            run(owner, "create temporary table audit_before as select * from audit_entry where seq = " + seq);
            run(owner, "update audit_entry set " + edit + " where seq = " + seq);
            var report = AsSystem.call(chain::verify);
            assertThat(report.damage()).isEqualTo(Damage.CHANGED);
            assertThat(report.broken()).isEqualTo(seq);
            run(owner, """
                    update audit_entry e set verb = b.verb, actor_kind = b.actor_kind, reference = b.reference,
                           fields = b.fields, at = b.at, subject = b.subject
                      from audit_before b where e.seq = b.seq
                    """);
        }
    }

    @Test
    void aRowTakenOutOfTheMiddleShows() throws Exception {
        happens(event(UUID.randomUUID()));
        var subject = UUID.randomUUID();
        happens(event(subject));
        happens(event(UUID.randomUUID()));
        long seq = entries(subject).getFirst().seq();
        assertThat(withoutRows("seq = " + seq, "true"))
                .satisfies(report -> assertThat(report.damage()).isEqualTo(Damage.CHANGED))
                .satisfies(report -> assertThat(report.broken()).isEqualTo(seq));
    }

    @Test
    void aTailCutByTheOwnerShows() throws Exception {
        var subject = UUID.randomUUID();
        happens(event(subject));
        happens(event(subject));
        long seq = entries(subject).getFirst().seq();
        var report = withoutRows("seq >= " + seq, "true");
        assertThat(report.damage()).isEqualTo(Damage.CUT);
        assertThat(report.broken()).isEqualTo(seq);
    }

    @Test
    void aTailCutTogetherWithTheHeadShowsAgainstAnEarlierCheck() throws Exception {
        var subject = UUID.randomUUID();
        happens(event(subject));
        happens(event(subject));
        AsSystem.run(chain::verify);
        long seq = entries(subject).getLast().seq();
        var report = withoutRows(
                "seq >= " + seq,
                "update audit_head set seq = e.seq, hash = e.hash from audit_entry e where e.seq = " + (seq - 1));
        assertThat(report.damage()).isEqualTo(Damage.REWRITTEN);
        assertThat(report.broken()).isEqualTo(seq);
    }

    /** Takes rows away as the owner, checks the chain, and puts them back. */
    private ChainReport withoutRows(String which, String thenDo) throws Exception {
        try (var owner = owner()) {
            run(owner, "create temporary table audit_before as select * from audit_entry where " + which);
            run(owner, "create temporary table head_before as select * from audit_head");
            run(owner, "create temporary table address_before as select * from audit_address where " + which);
            run(owner, "delete from audit_address where " + which);
            run(owner, "delete from audit_entry where " + which);
            if (thenDo.startsWith("update")) run(owner, thenDo);
            var report = AsSystem.call(chain::verify);
            run(owner, "alter table audit_entry disable trigger audit_link");
            run(owner, "insert into audit_entry select * from audit_before");
            run(owner, "alter table audit_entry enable trigger audit_link");
            run(owner, "insert into audit_address select * from address_before");
            run(owner, "update audit_head h set seq = b.seq, hash = b.hash from head_before b");
            return report;
        }
    }

    private static Connection owner() throws Exception {
        return DriverManager.getConnection(TestDatabase.url(), TestDatabase.owner(), TestDatabase.owner());
    }

    private static void run(Connection owner, String sql) throws Exception {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static SomethingDone event(UUID subject) {
        return new SomethingDone(subject, "R-1", Instant.parse("2026-10-15T20:20:00.123456789Z"), List.of());
    }

    private void happens(Happened event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    private List<Entry> entries(UUID subject) {
        return database.sql("select * from audit_entry where subject = ? order by seq")
                .param(subject)
                .query(Entry::read)
                .list();
    }
}
