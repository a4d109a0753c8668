package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.List;
import org.ambassadorportal.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * What hangs on an item, for the page of the team.
 *
 * @param history whether whoever looks wants to see the lines of history
 * @param merged what was merged into it, also by way of another
 * @param candidates into what it may be merged
 * @param fair whether items of its kind are given out fairly
 * @param help what its requester said when asked whether it helped
 */
record Around(
        List<Watcher> watchers,
        boolean history,
        List<Other> links,
        List<Merged> merged,
        List<Candidate> candidates,
        boolean fair,
        @Nullable Help help) {

    /** Somebody of the team who is told about the item. */
    record Watcher(PersonId id, String name) {}

    /** Another item. */
    record Other(Reference reference, String kind, String title) {

        public String path() {
            return ItemRow.path(kind, reference);
        }
    }

    /**
     * An item that was merged into this one.
     *
     * @param undoUntil until when that can be undone; {@code null} when it is final
     */
    record Merged(
            Other other, String by, Instant at, @Nullable Instant undoUntil) {}

    /** An item that it may be merged into, as a choice of the form. */
    record Candidate(Reference value, String label) {}

    /** Puts the forms into the model of a page; those that were sent with errors stay. */
    void offer(Model model, ItemRow item) {
        if (!model.containsAttribute("mergeForm")) model.addAttribute("mergeForm", new MergeForm(null, item.version()));
        if (!model.containsAttribute("linkForm")) model.addAttribute("linkForm", LinkForm.EMPTY);
        if (!model.containsAttribute("splitForm")) model.addAttribute("splitForm", SplitForm.EMPTY);
    }

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
