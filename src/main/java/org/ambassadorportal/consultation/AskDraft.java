package org.ambassadorportal.consultation;

import org.jspecify.annotations.Nullable;

/** The answers so far: one part for each page of the form, {@code null} until the page was sent. */
record AskDraft(@Nullable AboutForm about, @Nullable WhenForm when) {

    static final AskDraft EMPTY = new AskDraft(null, null);

    AskDraft with(AboutForm about) {
        return new AskDraft(about, when);
    }

    AskDraft with(WhenForm when) {
        return new AskDraft(about, when);
    }
}
