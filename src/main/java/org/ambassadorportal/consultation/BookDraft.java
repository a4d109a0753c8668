package org.ambassadorportal.consultation;

import org.jspecify.annotations.Nullable;

/** The answers so far: one part for each page of the form, {@code null} until the page was sent. */
record BookDraft(
        @Nullable WhatForm what,
        @Nullable MatterForm matter,
        @Nullable Chosen chosen,
        @Nullable WishForm wish) {

    static final BookDraft EMPTY = new BookDraft(null, null, null, null);

    BookDraft with(WhatForm what) {
        return new BookDraft(what, matter, chosen, wish);
    }

    BookDraft with(MatterForm matter) {
        return new BookDraft(what, matter, chosen, wish);
    }

    /** A time was chosen; there is nothing left to wish for. */
    BookDraft with(Chosen chosen) {
        return new BookDraft(what, matter, chosen, null);
    }

    /** No time suits. */
    BookDraft with(WishForm wish) {
        return new BookDraft(what, matter, null, wish);
    }

    BookDraft withoutTime() {
        return new BookDraft(what, matter, null, wish);
    }

    /** Whether the same time would serve for both: nothing that decides about free times is another. */
    boolean needsTheSameTimeAs(BookDraft other) {
        if (what == null || other.what == null || matter == null || other.matter == null) return false;
        return what.offering().equals(other.what.offering())
                && matter.format() == other.matter.format()
                && java.util.Objects.equals(matter.minutes(), other.matter.minutes());
    }
}
