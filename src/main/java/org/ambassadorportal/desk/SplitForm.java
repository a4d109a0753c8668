package org.ambassadorportal.desk;

import jakarta.validation.constraints.NotBlank;
import java.util.UUID;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/** Which message becomes a question of its own, and its title. */
record SplitForm(
        @PlainText(max = 36) @Nullable String message,

        @NotBlank(message = "{desk.split.title.empty}") @PlainText(max = WorkItem.TITLE) @Nullable String title) {

    static final SplitForm EMPTY = new SplitForm(null, null);

    public boolean isAbout(UUID id) {
        return id.toString().equals(message);
    }
}
