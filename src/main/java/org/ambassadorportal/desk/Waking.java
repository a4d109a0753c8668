package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.ambassadorportal.identity.ForSystem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens the items whose date has come, and brings back what was put aside until now. Many may come at once, as on a Monday
 * morning: each is a transaction of its own, and one that fails holds up no other.
 */
@Service
class Waking {

    private static final Logger LOG = LoggerFactory.getLogger(Waking.class);

    private static final int BATCH = 500;

    private final Desk desk;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Waking(Desk desk, JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.desk = desk;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Wakes what is to be woken now; what fails is tried again with the next call. A job calls it every minute. */
    @ForSystem
    void wake() {
        var at = clock.instant();
        var batch = due(at, 0);
        while (!batch.isEmpty()) {
            batch.forEach(this::wakeAlone);
            batch = due(at, batch.getLast().number());
        }
    }

    private List<Reference> due(Instant at, long after) {
        return database.sql("""
                        select reference from (
                            select reference from desk_item where wakes_at <= :now
                            union all select reference from desk_item where snoozed_until <= :now) due
                         where reference > :after order by reference limit :batch""")
                .param("now", at.atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("batch", BATCH)
                .query((row, number) -> new Reference(row.getLong("reference")))
                .list();
    }

    private void wakeAlone(Reference reference) {
        try {
            transaction.executeWithoutResult(status -> wake(reference));
        } catch (RuntimeException unforeseen) {
            LOG.warn("An item did not wake and is tried again: {}", reference, unforeseen);
        }
    }

    private void wake(Reference reference) {
        var item = desk.held(reference);
        var at = clock.instant();
        // Somebody may have done something with it, or another node woken it, while this waited for the item.
        boolean waited = hasCome(item.wakesAt(), at);
        if (!waited && !hasCome(item.snoozedUntil(), at)) return;
        item.wake(at);
        desk.keep(item);
        var by = item.assignee() == null ? item.enteredBy() : item.assignee();
        desk.line(reference, by, null, waited ? "desk.event.woke" : "desk.event.back", at);
    }

    private static boolean hasCome(@Nullable Instant date, Instant now) {
        return date != null && !date.isAfter(now);
    }
}
