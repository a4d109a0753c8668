package org.ambassadorportal.desk;

import java.util.List;

/**
 * An item with its conversation, as far as the reader may see it.
 *
 * @param company who of the team is there now
 * @param seen the snapshot in which it was read, for {@link Pulse}; empty for its requester
 */
record Opened(ItemRow item, List<ThreadLine> thread, Company company, String seen) {

    Opened(ItemRow item, List<ThreadLine> thread) {
        this(item, thread, Company.NONE, "");
    }
}
