package org.ambassadorportal.desk;

import jakarta.validation.constraints.NotBlank;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What the team writes: a reply or a note, which of the two is said by the address it is sent to.
 *
 * @param version the item as the writer saw it; only a reply minds
 * @param then what to do after a reply: nothing, "wait" for the requester, or settle with an outcome
 */
record ComposerForm(
        @NotBlank(message = "{desk.composer.empty}") @PlainText(max = LONGEST, lines = true) @Nullable String words,

        @Nullable Long version,
        @PlainText(max = 40) @Nullable String then,
        @PlainText(max = 10) @Nullable String voice,
        @PlainText(max = 36) @Nullable String once) {

    static final int LONGEST = 8_000;

    static ComposerForm about(ItemRow item, Composing.@Nullable Draft draft) {
        var voice = draft != null && draft.note() ? "note" : "reply";
        var words = draft == null ? null : draft.words();
        return new ComposerForm(words, item.version(), null, voice, Ids.next().toString());
    }

    /** The same text on the present version, sent knowingly after what happened meanwhile was shown. */
    ComposerForm onto(ItemRow item, String as) {
        return new ComposerForm(words, item.version(), then, as, Ids.next().toString());
    }

    /**
     * The same with something below what stands there.
     *
     * @throws Refusal when it would be too long
     */
    ComposerForm below(String more) {
        var begun = text().stripTrailing();
        var all = begun.isEmpty() ? more : begun + "\n\n" + more;
        if (all.length() > LONGEST) throw new Refusal("words", "desk.quote.long", LONGEST);
        return new ComposerForm(all, version, then, voice, once);
    }

    /** Whether the writer chose a note: however the form was sent, it must never reach the requester then. */
    boolean note() {
        return "note".equals(voice);
    }

    String text() {
        return words == null ? "" : words;
    }
}
