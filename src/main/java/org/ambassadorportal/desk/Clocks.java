package org.ambassadorportal.desk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.ForSystem;
import org.ambassadorportal.organization.Organization;
import org.ambassadorportal.organization.OrganizationChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The two clocks of an item: until the first answer of a person, and until it is settled. Both count business hours;
 * the second stands still while the requester is waited for, the first never. They are worked out with every verb, and
 * anew from the history of an item when the organization's hours have changed.
 */
@Service
class Clocks {

    private static final int BATCH = 500;

    /** A stretch of an item's history; {@code until} is {@code null} while it lasts. */
    record Stretch(Status status, Instant from, @Nullable Instant until) {

        boolean runs() {
            return status == Status.NEW || status == Status.OPEN;
        }
    }

    private final WorkItems items;
    private final DeskSettings settings;
    private final Organization organization;
    private final JdbcClient database;

    Clocks(WorkItems items, DeskSettings settings, Organization organization, JdbcClient database) {
        this.items = items;
        this.settings = settings;
        this.organization = organization;
        this.database = database;
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
        item.reckon(goals(item.kind(), item.priority()), time());
    }

    /** The stretches of an item's history, in order. */
    @ForInside
    @Transactional(readOnly = true)
    List<Stretch> history(Reference reference) {
        return database.sql(
                        "select status, from_at, until_at from desk_span where reference = ? order by from_at, until_at")
                .param(reference.number())
                .query((row, number) -> new Stretch(
                        Status.valueOf(row.getString("status")),
                        row.getObject("from_at", OffsetDateTime.class).toInstant(),
                        ItemRows.instant(row, "until_at")))
                .list();
    }

    /** Other hours, holidays or zone: all clocks that run are worked out anew, by a job. */
    @EventListener
    @ForInside
    @Transactional(propagation = Propagation.MANDATORY)
    void forget(OrganizationChanged event) {
        database.sql("update desk_item set reckoned = false where status in ('NEW', 'OPEN', 'PENDING') and reckoned")
                .update();
    }

    /**
     * Works clocks out anew from the history of their items.
     *
     * @return how many; none when all are as they should be
     */
    @ForSystem
    @Transactional
    int reckonAnew() {
        var references = database.sql("""
                        select reference from desk_item
                        where not reckoned order by reference limit ?""")
                .param(BATCH)
                .query((row, number) -> new Reference(row.getLong("reference")))
                .list();
        var time = time();
        for (var reference : references) {
            var item = items.findByReference(reference).orElseThrow();
            item.reckonAnew(history(reference), goals(item.kind(), item.priority()), time);
            items.save(item);
        }
        return references.size();
    }
}
