package org.ambassadorportal.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item as a row of the list says it: all words are made before the page is, since a page has many rows and each of
 * them says much.
 *
 * @param address of its page beside this list
 * @param look classes of the row
 * @param icon class of its kind's icon
 * @param tone class of its clock, or of where it stands
 * @param sign class of the icon beside that
 * @param stand where it stands, or how it ended; empty where the clock says enough
 * @param clock what runs out, or since when it stands so
 * @param priority {@code null} for an ordinary one
 * @param about reference, kind, and where it stands
 * @param received how long ago; {@code null} where the clock says that already
 * @param assignee {@code null} for nobody
 * @param from requester and unit
 */
record QueueRow(
        ItemRow item,
        String address,
        String look,
        String icon,
        String tone,
        String sign,
        String stand,
        Time clock,
        @Nullable Label priority,
        String about,
        @Nullable Time received,
        @Nullable Label assignee,
        String from,
        List<String> tags) {

    /** A time for machines, in full, and in the few words that a row has room for. */
    record Time(String iso, String full, String words) {}

    /** A short text, with a class or what it stands for. */
    record Label(String words, String more) {}

    public Reference reference() {
        return item.reference();
    }

    public String title() {
        return item.title();
    }

    public boolean unread() {
        return item.unread();
    }
}
