package org.ambassadorportal.audit;

import jakarta.persistence.EntityManager;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.Happened;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Writes a row for everything that happens, in the transaction it happens in: both are there after it, or neither.
 *
 * <p>Entries form one chain, so two transactions cannot write at once. What happened is therefore taken down at once but
 * written at the very end, after every other row of the transaction: the lock on the chain is the last one it takes,
 * which makes deadlocks over it impossible, and it is held for a moment only.
 */
@Component
class AuditTrail {

    /** Any number that nothing else in this database locks. */
    private static final long CHAIN = 0x617564697400L;

    private final JdbcClient database;
    private final EntityManager entities;
    private final TransactionTemplate transaction;

    AuditTrail(JdbcClient database, EntityManager entities, TransactionTemplate transaction) {
        this.database = database;
        this.entities = entities;
        this.transaction = transaction;
    }

    @EventListener
    void on(Happened event) {
        var note = takeDown(event);
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            pending().add(note);
        } else {
            transaction.executeWithoutResult(status -> write(List.of(note)));
        }
    }

    private static Note takeDown(Happened event) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var address = address();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
            return Note.of(event, ActorKind.PERSON, person.id().value(), address);
        }
        return Note.of(event, nobody(authentication) ? ActorKind.NOBODY : ActorKind.PORTAL, null, address);
    }

    private static boolean nobody(@Nullable Authentication authentication) {
        // Outside a request nobody but the portal can act: a job, or the start of the application.
        return RequestContextHolder.getRequestAttributes() != null
                && (authentication == null || authentication instanceof AnonymousAuthenticationToken);
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
    }

    /** What this transaction has to write; a nested new transaction has its own. */
    private Pending pending() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Pending pending) return pending;
        }
        var pending = new Pending();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    private void write(List<Note> notes) {
        database.sql("select pg_advisory_xact_lock(?)")
                .param(CHAIN)
                .query((row, number) -> true)
                .single();
        var end = database.sql("select seq, hash from audit_head")
                .query((row, number) -> new Link(row.getLong("seq"), Hash.of(row.getBytes("hash"))))
                .single();
        for (var note : notes) {
            var entry = Entry.after(end, note);
            insert(entry, note.address());
            end = entry.link();
        }
    }

    private void insert(Entry entry, @Nullable String address) {
        database.sql("""
                        insert into audit_entry (seq, id, at, actor_kind, actor, verb, subject, reference, fields,
                                                 prev_hash, hash)
                        values (:seq, :id, :at, :kind, :actor, :verb, :subject, :reference, :fields, :before, :hash)
                        """)
                .param("seq", entry.seq())
                .param("id", entry.id())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("kind", entry.kind().name())
                .param("actor", entry.actor())
                .param("verb", entry.verb())
                .param("subject", entry.subject())
                .param("reference", entry.reference())
                .param("fields", entry.fields().toArray(String[]::new))
                .param("before", entry.before().bytes())
                .param("hash", entry.hash().bytes())
                .update();
        if (address == null) return;
        database.sql("insert into audit_address (seq, at, address) values (?, ?, ?)")
                .params(entry.seq(), entry.at().atOffset(ZoneOffset.UTC), address)
                .update();
    }

    /** The notes of one transaction, written just before it commits. */
    private final class Pending implements TransactionSynchronization {

        private final List<Note> notes = new ArrayList<>();

        void add(Note note) {
            notes.add(note);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            // Hibernate would write its rows after us, and take their locks behind ours.
            entities.flush();
            write(List.copyOf(notes));
            notes.clear();
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }
}
