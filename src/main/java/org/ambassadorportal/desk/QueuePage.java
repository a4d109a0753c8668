package org.ambassadorportal.desk;

import java.util.Comparator;
import java.util.List;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.kernel.Slice;
import org.ambassadorportal.kernel.Total;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * The list of the desk as one page shows it.
 *
 * @param tabs the views of whoever looks, in their order
 * @param total how many there are with the filter
 * @param groups the rows, under headings where the order has any
 * @param shown how many rows stand on this page
 * @param team who can have an item
 * @param unitName the unit that is filtered by
 * @param tags the ones that were used last
 * @param keys whether single keys do something for whoever looks
 * @param seen the snapshot in which it was read, for {@link Pulse}
 */
record QueuePage(
        QueueFilter filter,
        List<Tab> tabs,
        Total total,
        List<Group> groups,
        int shown,
        @Nullable String next,
        List<PersonRow> team,
        @Nullable String unitName,
        boolean keys,
        List<String> tags,
        String seen) {

    /** Rows under a heading; {@code heading} is the end of a message key, empty for none. */
    record Group(String heading, List<QueueRow> rows) {}

    /** What the chips and menus of the list offer. */
    static void choices(Model model) {
        model.addAttribute("dues", Due.values());
        model.addAttribute("priorities", Priority.values());
        model.addAttribute("orders", View.Order.choices());
    }

    public boolean empty() {
        return shown == 0;
    }

    public @Nullable QueueRow first() {
        return groups.isEmpty() ? null : groups.getFirst().rows().getFirst();
    }

    /** The views that stand above the list; the others are found on their own page. */
    public List<Tab> shownTabs() {
        return tabs.stream().filter(tab -> tab.total() != null).toList();
    }

    Tab start() {
        return Tab.start(tabs);
    }

    boolean startsHere() {
        return start().builtIn() == View.OPEN;
    }

    /** The key of the view that is shown: a saved one if there is one just like it. */
    public @Nullable String current() {
        return tabs.stream()
                .filter(tab -> tab.shows(filter))
                .min(Comparator.comparing(tab -> tab.builtIn() != null))
                .map(Tab::key)
                .orElse(null);
    }

    /** Whether what is shown is worth a name and has none. */
    public boolean canBeSaved() {
        boolean saved = tabs.stream().anyMatch(tab -> tab.builtIn() == null && tab.shows(filter));
        return !saved && (filter.narrowed() || filter.order() != null);
    }

    /** The name of the person that is filtered by. */
    public @Nullable String whoName() {
        return team.stream()
                .filter(person -> person.id().value().toString().equals(filter.who()))
                .map(PersonRow::name)
                .findFirst()
                .orElse(null);
    }

    static QueuePage of(
            QueueFilter filter,
            Around around,
            Counted counted,
            Slice<ItemRow> slice,
            List<Group> groups,
            List<PersonRow> team) {
        return new QueuePage(
                filter,
                counted.tabs(),
                counted.total(),
                groups,
                slice.rows().size(),
                slice.next(),
                team,
                around.unitName(),
                around.keys(),
                around.tags(),
                around.seen());
    }

    /** What one statement counts. */
    record Counted(List<Tab> tabs, Total total) {}

    /** What is read along with the rows, and is there without any too. */
    record Around(List<Tab> tabs, @Nullable String unitName, boolean keys, List<String> tags, String seen) {}
}
