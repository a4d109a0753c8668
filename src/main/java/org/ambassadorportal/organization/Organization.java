package org.ambassadorportal.organization;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.ambassadorportal.kernel.StaleEdit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The organization's own facts. Every page needs them, so each node keeps them for half a minute; the node at which
 * they are changed knows them at once.
 */
@Service
public class Organization {

    private static final long KEPT = Duration.ofSeconds(30).toNanos();

    /** The facts and the version they have in the database; 0 while they are those of the configuration. */
    record Known(OrganizationFacts facts, long version, long readAt) {}

    private final OrganizationRepository repository;
    private final OrganizationFacts configured;
    private final Clock clock;
    private volatile @Nullable Known known;

    Organization(OrganizationRepository repository, OrganizationSettings settings, Clock clock) {
        this.repository = repository;
        this.configured = settings.facts();
        this.clock = clock;
    }

    @PreAuthorize("permitAll()")
    public OrganizationFacts facts() {
        var kept = known;
        if (kept != null && System.nanoTime() - kept.readAt() < KEPT) return kept.facts();
        var read = read();
        known = read;
        return read.facts();
    }

    /** Whether a mail address belongs to staff: its domain is one of the mail domains. */
    @PreAuthorize("permitAll()")
    public boolean isStaffMail(@Nullable String mail) {
        if (mail == null) return false;
        var domain = mail.substring(mail.lastIndexOf('@') + 1).strip().toLowerCase(Locale.ROOT);
        return mail.indexOf('@') > 0 && facts().mailDomains().contains(domain);
    }

    /** The facts with their version, past the cache, for the edit form. */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional(readOnly = true)
    Known present() {
        return read();
    }

    /**
     * Changes the facts.
     *
     * @throws StaleEdit when somebody else changed them since the form was opened
     */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    void change(OrganizationFacts facts, @Nullable Long seen) {
        var present = read();
        if (seen != null && seen != present.version()) throw new StaleEdit();
        var record = repository.findById(OrganizationRecord.ONLY).orElseGet(OrganizationRecord::new);
        record.change(present.facts(), facts, clock.instant());
        save(record);
        forgetAfterCommit();
    }

    /**
     * Adds holidays to those that are known; a day that is one already keeps its name.
     *
     * @return how many were added
     * @throws StaleEdit when somebody else changes the facts at this moment
     */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    int add(List<BusinessHours.Holiday> more) {
        var present = read();
        var known = new TreeMap<LocalDate, BusinessHours.Holiday>();
        present.facts().hours().holidays().forEach(holiday -> known.put(holiday.day(), holiday));
        int before = known.size();
        more.forEach(holiday -> known.putIfAbsent(holiday.day(), holiday));
        if (known.size() == before) return 0;
        change(present.facts().with(List.copyOf(known.values())), present.version());
        return known.size() - before;
    }

    private void save(OrganizationRecord record) {
        try {
            repository.saveAndFlush(record);
        } catch (DataIntegrityViolationException bothWereFirst) {
            throw new StaleEdit();
        }
    }

    private void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known = null;
            }
        });
    }

    private Known read() {
        return repository
                .findById(OrganizationRecord.ONLY)
                .map(row -> new Known(row.facts(), row.version() + 1, System.nanoTime()))
                .orElseGet(() -> new Known(configured, 0, System.nanoTime()));
    }
}
