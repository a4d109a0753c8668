package org.ambassadorportal.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.ambassadorportal.calendar.Demand;
import org.ambassadorportal.desk.Drafts;
import org.ambassadorportal.offering.Offered;
import org.jspecify.annotations.Nullable;

/**
 * A draft with what it is about, read once for a page.
 *
 * @param draft {@code null} until something was typed
 * @param offers what can be booked now
 */
record OpenDraft(Drafts.@Nullable Draft<BookDraft> draft, List<Offered> offers) {

    BookDraft answers() {
        return draft == null ? BookDraft.EMPTY : draft.answers();
    }

    @Nullable Instant savedAt() {
        return draft == null ? null : draft.savedAt();
    }

    /** The chosen offering, as long as it is on offer. */
    @Nullable Offered offered() {
        var what = answers().what();
        return what == null ? null : what.chosen(offers).orElse(null);
    }

    /** The owner of the time that is held for it, and of the booking it becomes. */
    UUID owner() {
        return UUID.fromString(Objects.requireNonNull(draft).key());
    }

    /** Whether it is said what a free time is needed for; the rest is looked at when it is sent. */
    boolean knowsWhatFor() {
        var offered = offered();
        var matter = answers().matter();
        return offered != null
                && matter != null
                && matter.format() != null
                && matter.minutes() != null
                && offered.formats().contains(matter.format())
                && offered.lengths().contains(matter.minutes());
    }

    /**
     * What a free time is needed for.
     *
     * @throws NothingToSend where that is not said yet
     */
    Demand demand() {
        if (!knowsWhatFor()) throw new NothingToSend();
        var matter = Objects.requireNonNull(answers().matter());
        return Demand.of(
                Objects.requireNonNull(offered()),
                Objects.requireNonNull(matter.minutes()),
                Objects.requireNonNull(matter.format()));
    }
}
