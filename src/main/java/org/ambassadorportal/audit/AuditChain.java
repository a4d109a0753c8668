package org.ambassadorportal.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.ambassadorportal.audit.ChainReport.Damage;
import org.ambassadorportal.identity.ForAdmins;
import org.ambassadorportal.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks that the trail is what was written. It finds a row that was changed, left out or put in; rows cut off at the
 * end; and, against the earlier checks, a chain that was written anew as a whole. Whoever owns the database can undo
 * those as well, so each check is also a line in the log, which is to be kept elsewhere.
 */
@Service
class AuditChain {

    private static final Logger LOG = LoggerFactory.getLogger(AuditChain.class);
    private static final int AT_ONCE = 5_000;

    private final JdbcClient database;
    private final Clock clock;

    AuditChain(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Reads the whole chain and notes what it found. All is seen as of one moment, while others go on writing. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    @PreAuthorize("hasAnyRole('ADMIN', 'SYSTEM')")
    ChainReport verify() {
        var report = read();
        note(report);
        if (report.whole()) {
            LOG.info(
                    "The audit trail is whole up to entry {} with hash {}",
                    report.end().seq(),
                    report.end().hash());
        } else {
            LOG.error("The audit trail is broken ({}) at entry {}", report.damage(), report.broken());
        }
        return report;
    }

    /** What the last check found; empty before the first. */
    @Transactional(readOnly = true)
    @ForAdmins
    Optional<ChainReport> lastCheck() {
        return database.sql("select at, seq, hash, problem, broken from audit_check order by at desc, id desc limit 1")
                .query((row, number) -> {
                    var problem = row.getString("problem");
                    return new ChainReport(
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            new Link(row.getLong("seq"), Hash.of(row.getBytes("hash"))),
                            problem == null ? null : Damage.valueOf(problem),
                            row.getObject("broken", Long.class));
                })
                .optional();
    }

    private ChainReport read() {
        var end = Link.START;
        while (true) {
            var entries = database.sql("select * from audit_entry where seq > ? order by seq limit ?")
                    .params(end.seq(), AT_ONCE)
                    .query(Entry::read)
                    .list();
            for (var entry : entries) {
                if (!entry.follows(end)) return report(end, Damage.CHANGED, end.seq() + 1);
                end = entry.link();
            }
            if (entries.size() < AT_ONCE) break;
        }
        var head = database.sql("select seq, hash from audit_head")
                .query((row, number) -> new Link(row.getLong("seq"), Hash.of(row.getBytes("hash"))))
                .single();
        if (head.seq() > end.seq()) return report(end, Damage.CUT, end.seq() + 1);
        if (!head.equals(end)) return report(end, Damage.CHANGED, end.seq());
        var other = seenDifferently();
        return other == null ? report(end, null, null) : report(end, Damage.REWRITTEN, other);
    }

    /** The first entry that an earlier check saw with another hash, or that is gone since. */
    private @Nullable Long seenDifferently() {
        return database.sql("""
                        select seen.seq
                          from audit_check seen left join audit_entry entry on entry.seq = seen.seq
                         where seen.seq > 0 and entry.hash is distinct from seen.hash
                         order by seen.seq
                         limit 1
                        """).query(Long.class).optional().orElse(null);
    }

    private ChainReport report(Link end, @Nullable Damage damage, @Nullable Long broken) {
        return new ChainReport(clock.instant(), end, damage, broken);
    }

    private void note(ChainReport report) {
        var damage = report.damage();
        database.sql("""
                        insert into audit_check (id, at, seq, hash, problem, broken)
                        values (:id, :at, :seq, :hash, :problem, :broken)
                        """)
                .param("id", Ids.next())
                .param("at", report.at().atOffset(ZoneOffset.UTC))
                .param("seq", report.end().seq())
                .param("hash", report.end().hash().bytes())
                .param("problem", damage == null ? null : damage.name())
                .param("broken", report.broken())
                .update();
    }
}
