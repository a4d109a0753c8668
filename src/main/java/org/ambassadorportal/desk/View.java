package org.ambassadorportal.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The saved views of the desk: tabs above the list, each an address with its own order. */
enum View {
    /** What waits for the team. */
    OPEN("i.status in ('NEW', 'OPEN') and i.snoozed_until is null", Order.DUE),
    MINE("i.status in ('NEW', 'OPEN', 'PENDING') and i.snoozed_until is null and i.assignee_id = :me", Order.DUE),
    NOBODY("i.status in ('NEW', 'OPEN', 'PENDING') and i.snoozed_until is null and i.assignee_id is null", Order.DUE),
    PENDING("i.status = 'PENDING'", Order.DUE),
    /** What was put aside until a date. */
    ASIDE("i.status in ('NEW', 'OPEN') and i.snoozed_until is not null", Order.DUE),
    SETTLED("i.status = 'SETTLED'", Order.SETTLED),
    ALL("true", Order.NEWEST);

    private static final String RANK = "(case i.priority when 'HIGH' then 0 when 'NORMAL' then 1 else 2 end)";

    final String where;
    final Order order;

    View(String where, Order order) {
        this.where = where;
        this.order = order;
    }

    /**
     * What it holds where only that counts whose clock runs: what waits though nobody has answered it waits for the team
     * as well.
     */
    String whereDue() {
        return this == OPEN ? "i.status in ('NEW', 'OPEN', 'PENDING') and i.snoozed_until is null" : where;
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
        /** What is due next stands first; what waits for its requester, or for a date, stands at the end. */
        DUE(
                "coalesce(i.next_due_at, 'infinity'), i.reference",
                "(coalesce(i.next_due_at, 'infinity'), i.reference) > (:after1::timestamptz, :after2::bigint)"),
        /** What matters most stands first, and of that what is due next. */
        PRIORITY(
                RANK + ", coalesce(i.next_due_at, 'infinity'), i.reference",
                "(" + RANK + ", coalesce(i.next_due_at, 'infinity'), i.reference)"
                        + " > (:after0::int, :after1::timestamptz, :after2::bigint)"),
        /** What came first stands first. */
        OLDEST("i.received_at, i.reference", "(i.received_at, i.reference) > (:after1::timestamptz, :after2::bigint)"),
        /** What came last stands first. */
        NEWEST(
                "i.received_at desc, i.reference desc",
                "(i.received_at, i.reference) < (:after1::timestamptz, :after2::bigint)"),
        /** What was settled last stands first. */
        SETTLED(
                "i.settled_at desc, i.reference desc",
                "(i.settled_at, i.reference) < (:after1::timestamptz, :after2::bigint)");

        final String by;
        final String behind;

        Order(String by, String behind) {
            this.by = by;
            this.behind = behind;
        }

        /** As it stands in an address; {@code null} for anything else. The settled have an order of their own. */
        static @Nullable Order of(@Nullable String key) {
            return choices().stream()
                    .filter(order -> order.key().equals(key))
                    .findFirst()
                    .orElse(null);
        }

        /** What one can choose. */
        public static List<Order> choices() {
            return List.of(DUE, PRIORITY, OLDEST, NEWEST);
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
