package org.ambassadorportal.desk;

import java.util.List;
import org.ambassadorportal.kernel.Total;
import org.jspecify.annotations.Nullable;

/**
 * A view above the list: one that everybody has, or a saved one.
 *
 * @param key the name of the view everybody has, or the id of a saved one
 * @param builtIn {@code null} for a saved one
 * @param name of a saved one, as its owner typed it
 * @param owner who saved it
 * @param mine whether whoever looks saved it
 * @param shared whether the whole team has it
 * @param start whether the desk opens with it
 * @param total how many items it has; {@code null} where that was not counted
 */
record Tab(
        String key,
        @Nullable View builtIn,
        @Nullable String name,
        QueueFilter filter,
        @Nullable String owner,
        boolean mine,
        boolean shared,
        boolean start,
        @Nullable Total total) {

    static Tab of(View view, boolean start) {
        return new Tab(view.key(), view, null, QueueFilter.of(view), null, false, false, start, null);
    }

    /** What the desk opens with: the view they start with, or the first, also where a shared one is gone. */
    static Tab start(List<Tab> tabs) {
        return tabs.stream().filter(Tab::start).findFirst().orElseGet(() -> of(View.OPEN, true));
    }

    Tab counted(Total total) {
        return new Tab(key, builtIn, name, filter, owner, mine, shared, start, total);
    }

    public String address() {
        return filter.address();
    }

    /** Whether the list that is shown is this view; a view everybody has may also be narrowed. */
    boolean shows(QueueFilter list) {
        return builtIn == null ? filter.equals(list.after(null)) : builtIn == list.view();
    }

    /** Whether the same items stand in the list, in whatever order. */
    boolean holdsTheSameAs(QueueFilter list) {
        return filter.order(null).equals(list.order(null));
    }
}
