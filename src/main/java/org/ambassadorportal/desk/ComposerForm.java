package org.ambassadorportal.desk;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What the team writes: a reply or a note, which of the two is said by the address it is sent to.
 *
 * @param version the item as the writer saw it; only a reply minds
 * @param canned the canned reply that was put in last
 * @param asIs whether words in braces that are not filled in are meant so
 * @param saw which words that came back stood in the form, see {@link Composing.Draft}; nothing where none did
 * @param then what to do after a reply: nothing, "wait" for the requester, or settle with an outcome
 */
record ComposerForm(
        @NotBlank(message = "{desk.composer.empty}") @PlainText(max = LONGEST, lines = true) @Nullable String words,

        @Nullable Long version,
        @PlainText(max = 40) @Nullable String then,
        @PlainText(max = 10) @Nullable String voice,
        @PlainText(max = 36) @Nullable String once,
        @PlainText(max = 36) @Nullable String canned,
        @Nullable Boolean asIs,
        @PlainText(max = 36) @Nullable String saw) {

    static final int LONGEST = 8_000;

    static ComposerForm about(ItemRow item, Composing.@Nullable Draft draft) {
        var voice = draft != null && draft.note() ? "note" : "reply";
        var words = draft == null ? null : draft.words();
        var canned =
                draft == null || draft.canned() == null ? null : draft.canned().toString();
        var saw =
                draft == null || draft.backId() == null ? null : draft.backId().toString();
        return new ComposerForm(words, item.version(), null, voice, Ids.next().toString(), canned, null, saw);
    }

    /** The same text on the present version, sent knowingly after what happened meanwhile was shown. */
    ComposerForm onto(ItemRow item, String as) {
        return new ComposerForm(words, item.version(), then, as, Ids.next().toString(), canned, asIs, saw);
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
        return new ComposerForm(all, version, then, voice, once, canned, asIs, saw);
    }

    /** The same with a canned reply in it, which is counted when it goes out. */
    ComposerForm with(CannedId reply, String more) {
        var filled = below(more);
        return new ComposerForm(filled.words, version, then, voice, once, reply.toString(), asIs, saw);
    }

    /** The same below words that came back and that it did not show yet; itself where there are none. */
    ComposerForm knowing(Composing.Draft draft) {
        var back = draft.back();
        if (back == null || Objects.equals(draft.backId(), sawId())) return this;
        var all = Composing.below(back, text());
        return new ComposerForm(all, version, then, voice, once, canned, asIs, String.valueOf(draft.backId()));
    }

    /** What is not filled in and was not said to go as it stands. */
    List<String> left() {
        return note() || Boolean.TRUE.equals(asIs) ? List.of() : Variables.used(text());
    }

    /** The canned reply that was put in last; {@code null} where there is none. */
    @Nullable UUID cannedId() {
        return id(canned);
    }

    /** Which words that came back its writer saw; {@code null} where none did. */
    @Nullable UUID sawId() {
        return id(saw);
    }

    private static @Nullable UUID id(@Nullable String sent) {
        try {
            return sent == null || sent.isBlank() ? null : UUID.fromString(sent);
        } catch (IllegalArgumentException madeUp) {
            return null;
        }
    }

    /** Whether the writer chose a note: however the form was sent, it must never reach the requester then. */
    boolean note() {
        return "note".equals(voice);
    }

    String text() {
        return words == null ? "" : words;
    }
}
