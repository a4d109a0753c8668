package org.ambassadorportal.desk;

import jakarta.validation.constraints.NotBlank;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/** A canned reply as it is written or changed. */
record CannedForm(
        @NotBlank(message = "{desk.canned.title.missing}") @PlainText(max = 80) @Nullable String title,

        @NotBlank(message = "{desk.canned.words.missing}") @PlainText(max = ComposerForm.LONGEST, lines = true)
        @Nullable String words,

        @Nullable Boolean shared,
        @Nullable Long version,
        @PlainText(max = 36) @Nullable String once) {

    static CannedForm empty() {
        return new CannedForm(null, null, true, null, Ids.next().toString());
    }

    static CannedForm of(Canned canned) {
        return new CannedForm(canned.title(), canned.words(), canned.shared(), canned.version(), null);
    }

    /** The same on the present version, saved knowingly after that was shown. */
    CannedForm onto(Canned canned) {
        return new CannedForm(title, words, shared, canned.version(), once);
    }

    boolean forAll() {
        return Boolean.TRUE.equals(shared);
    }

    String named() {
        return title == null ? "" : title.strip().replaceAll("\\s+", " ");
    }

    String text() {
        return words == null ? "" : words.strip().replace("\r\n", "\n");
    }
}
