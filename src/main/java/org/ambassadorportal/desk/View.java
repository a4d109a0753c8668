package org.ambassadorportal.desk;

import java.util.Arrays;
import java.util.Locale;

/** The saved views of the desk: tabs above the list, each an address with its own order. */
enum View {
    /** What waits for the team. */
    OPEN("i.status in ('NEW', 'OPEN')", Order.WAITING),
    MINE("i.status in ('NEW', 'OPEN', 'PENDING') and i.assignee_id = :me", Order.WAITING),
    NOBODY("i.status in ('NEW', 'OPEN', 'PENDING') and i.assignee_id is null", Order.WAITING),
    PENDING("i.status = 'PENDING'", Order.WAITING),
    SETTLED("i.status = 'SETTLED'", Order.SETTLED),
    ALL("true", Order.NEWEST);

    final String where;
    final Order order;

    View(String where, Order order) {
        this.where = where;
        this.order = order;
    }

    /** As it stands in an address; an unknown one is the first. */
    static View of(String key) {
        return Arrays.stream(values())
                .filter(view -> view.key().equals(key))
                .findFirst()
                .orElse(OPEN);
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order of a list, and how to go on behind a row of it. */
    enum Order {
        /** Longest waiting first; what waits for its requester stands at the end. */
        WAITING(
                "(i.status = 'PENDING'), i.received_at, i.reference",
                "((i.status = 'PENDING'), i.received_at, i.reference) > (:after0::boolean, :after1::timestamptz, :after2::bigint)"),
        /** What was settled last stands first. */
        SETTLED(
                "i.settled_at desc, i.reference desc",
                "(i.settled_at, i.reference) < (:after1::timestamptz, :after2::bigint)"),
        /** What came last stands first. */
        NEWEST(
                "i.received_at desc, i.reference desc",
                "(i.received_at, i.reference) < (:after1::timestamptz, :after2::bigint)");

        final String by;
        final String behind;

        Order(String by, String behind) {
            this.by = by;
            this.behind = behind;
        }
    }
}
