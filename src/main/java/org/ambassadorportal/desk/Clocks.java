package org.ambassadorportal.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.ForSystem;
import org.ambassadorportal.organization.Organization;
import org.ambassadorportal.organization.OrganizationChanged;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The two clocks of an item: until the first answer of a person, and until it is settled. Both count business hours;
 * the second stands still while the requester is waited for, the first never. They are worked out with every verb from
 * the history of an item, and by a job when hours or goals have changed: these have a generation, and each item knows of
 * which one its clocks are.
 */
@Service
class Clocks {

    private static final Logger LOG = LoggerFactory.getLogger(Clocks.class);

    private static final int BATCH = 500;

    /** Whether this node knows which hours and goals hold; the other nodes keep the hours for half a minute. */
    private static final String KNOWN =
            "(r.settings = :settings and r.hours_at < clock_timestamp() - interval '1 minute')";

    /** A stretch of an item's history; {@code until} is {@code null} while it lasts. */
    record Stretch(Status status, Instant from, @Nullable Instant until) {

        boolean runs() {
            return status.runs();
        }
    }

    /**
     * What an item's clocks are worked out from.
     *
     * @param generation of hours and goals; zero where this node may not know yet, or any more, which of them hold
     * @param stretch {@code null} where the item is not stored yet
     */
    private record Basis(long generation, @Nullable Stretch stretch) {}

    private final WorkItems items;
    private final DeskSettings settings;
    private final Organization organization;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    Clocks(
            WorkItems items,
            DeskSettings settings,
            Organization organization,
            JdbcClient database,
            TransactionTemplate transaction) {
        this.items = items;
        this.settings = settings;
        this.organization = organization;
        this.database = database;
        this.transaction = transaction;
    }

    /** The team's hours as they are now. */
    @ForInside
    BusinessTime time() {
        var facts = organization.facts();
        return new BusinessTime(facts.hours(), facts.zone());
    }

    /** The goals that hold for an item. */
    @ForInside
    DeskSettings.Goals goals(String kind, Priority priority) {
        return settings.of(kind, priority);
    }

    /** Sets the clocks of an item after a verb; the caller saves it. */
    @ForInside
    void set(WorkItem item) {
        // Read before the hours are: of what changes in between, the item has the older generation.
        var basis = database.sql("select case when " + KNOWN + """
                         then r.generation else 0 end as generation, s.status, s.from_at, s.until_at
                          from desk_reckoning r left join desk_span s on s.reference = :reference
                         order by s.from_at, s.until_at""")
                .param("settings", settings.fingerprint())
                .param("reference", item.reference().number())
                .query((row, number) ->
                        new Basis(row.getLong("generation"), row.getString("status") == null ? null : stretch(row)))
                .list();
        var history = basis.stream()
                .map(Basis::stretch)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        item.reckon(
                history,
                goals(item.kind(), item.priority()),
                time(),
                basis.getFirst().generation());
    }

    private static Stretch stretch(ResultSet row) throws SQLException {
        return new Stretch(
                Status.valueOf(row.getString("status")),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                ItemRows.instant(row, "until_at"));
    }

    /** The stretches of an item's history, in order. */
    @ForInside
    @Transactional(readOnly = true)
    List<Stretch> history(Reference reference) {
        return database.sql(
                        "select status, from_at, until_at from desk_span where reference = ? order by from_at, until_at")
                .param(reference.number())
                .query((row, number) -> stretch(row))
                .list();
    }

    /** Other hours, holidays or zone: all clocks that run are worked out anew, by a job. */
    @EventListener
    @ForInside
    @Transactional(propagation = Propagation.MANDATORY)
    void forget(OrganizationChanged event) {
        database.sql("update desk_reckoning set generation = generation + 1, hours_at = clock_timestamp()")
                .update();
    }

    /** At the start: where other goals held before, all clocks that run are worked out anew. The node that starts last counts. */
    @ForSystem
    @Transactional
    void noteSettings() {
        database.sql("update desk_reckoning set settings = :now, generation = generation + 1 where settings <> :now")
                .param("now", settings.fingerprint())
                .update();
    }

    /**
     * Works clocks out anew, each item's in a transaction of its own; one that fails holds up no other, and is tried
     * again with the next call. A node that does not know the goals that hold leaves it to the others.
     *
     * @return how many; none when all are as they should be
     */
    @ForSystem
    int reckonAnew() {
        int done = 0;
        var batch = stale(0);
        while (!batch.isEmpty()) {
            for (var reference : batch) if (reckonAnew(reference)) done++;
            batch = stale(batch.getLast().number());
        }
        return done;
    }

    private boolean reckonAnew(Reference reference) {
        try {
            transaction.executeWithoutResult(status -> {
                var item = items.findByReference(reference).orElseThrow();
                set(item);
                items.save(item);
            });
            return true;
        } catch (RuntimeException unforeseen) {
            LOG.warn("The clocks of an item were not worked out anew: {}", reference, unforeseen);
            return false;
        }
    }

    private List<Reference> stale(long after) {
        return database.sql("""
                        select i.reference from desk_reckoning r join desk_item i on i.reckoned_in < r.generation
                         where (i.status in ('NEW', 'OPEN', 'PENDING') or i.first_due_at is null)
                           and i.reference > :after
                        """ + "and " + KNOWN + " order by i.reference limit :batch")
                .param("settings", settings.fingerprint())
                .param("after", after)
                .param("batch", BATCH)
                .query((row, number) -> new Reference(row.getLong("reference")))
                .list();
    }
}
