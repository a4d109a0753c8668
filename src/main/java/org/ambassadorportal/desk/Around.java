package org.ambassadorportal.desk;

import java.util.List;
import org.ambassadorportal.identity.PersonId;

/**
 * What hangs on an item, for the page of the team.
 *
 * @param history whether whoever looks wants to see the lines of history
 */
record Around(List<Watcher> watchers, boolean history) {

    /** Somebody of the team who is told about the item. */
    record Watcher(PersonId id, String name) {}

    public boolean watches(PersonId person) {
        return watchers.stream().anyMatch(watcher -> watcher.id().equals(person));
    }

    public boolean hasHistory(List<ThreadLine> thread) {
        return thread.stream().anyMatch(Around::isHistory);
    }

    /** How many lines of history are hidden. */
    public long hidden(List<ThreadLine> thread) {
        return history ? 0 : thread.stream().filter(Around::isHistory).count();
    }

    /** The lines as whoever looks wants them. */
    public List<ThreadLine> shown(List<ThreadLine> thread) {
        return history
                ? thread
                : thread.stream().filter(line -> !isHistory(line)).toList();
    }

    private static boolean isHistory(ThreadLine line) {
        return line.voice() == Voice.EVENT;
    }
}
