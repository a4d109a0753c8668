package org.ambassadorportal.offering;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ambassadorportal.identity.ForAdmins;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What admins do to what is on offer. Whatever was booked keeps the terms on which it was booked. */
@Service
@Transactional
@ForAdmins
class OfferingEditing {

    private static final int MOST = 50;

    /** An offering with the version it has now. */
    record Present(Offered offered, long version) {}

    private final OfferingRepository offerings;
    private final JdbcClient database;
    private final Clock clock;

    OfferingEditing(OfferingRepository offerings, JdbcClient database, Clock clock) {
        this.offerings = offerings;
        this.database = database;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Present get(OfferingId id) {
        return offerings
                .findById(id)
                .map(found -> new Present(found.offered(), found.version()))
                .orElseThrow(NotFound::new);
    }

    /**
     * Puts something new on offer, after all others.
     *
     * @throws Refusal for the field {@code name} when there are too many by now
     */
    void add(Offered terms) {
        lock();
        int before = offerings.findAllInOrder().size();
        if (before >= MOST) throw new Refusal("name", "offering.many", MOST);
        offerings.save(new Offering(terms, before + 1, clock.instant()));
    }

    /**
     * Offers it on other terms from now on.
     *
     * @throws StaleEdit when somebody else changed it since
     */
    void change(Offered terms, @Nullable Long seen) {
        var offering = offerings.findById(terms.id()).orElseThrow(NotFound::new);
        offering.change(terms, seen, clock.instant());
        try {
            offerings.saveAndFlush(offering);
        } catch (OptimisticLockingFailureException atTheSameMoment) {
            throw new StaleEdit();
        }
    }

    /** Moves it before the one above it, or after the one below; at either end nothing happens. */
    void move(OfferingId id, boolean up) {
        lock();
        List<Offering> order = new ArrayList<>(offerings.findAllInOrder());
        int at = 0;
        while (at < order.size() && !order.get(at).offered().id().equals(id)) at++;
        if (at == order.size()) throw new NotFound();
        int to = up ? at - 1 : at + 1;
        if (to >= 0 && to < order.size()) Collections.swap(order, at, to);
        for (int place = 0; place < order.size(); place++) {
            order.get(place).standAt(place + 1, clock.instant());
            offerings.save(order.get(place));
        }
    }

    /** Whoever else changes the order or the number waits. */
    private void lock() {
        database.sql("select pg_advisory_xact_lock(hashtext('offering: order'))")
                .query(row -> {});
    }
}
