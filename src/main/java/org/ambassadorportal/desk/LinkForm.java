package org.ambassadorportal.desk;

import jakarta.validation.constraints.NotBlank;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Another item that this one has to do with.
 *
 * @param linkTo its reference, as somebody types it
 */
record LinkForm(
        @NotBlank(message = "{desk.link.to.missing}") @PlainText(max = 40) @Nullable String linkTo) {

    static final LinkForm EMPTY = new LinkForm(null);

    Reference reference() {
        return Reference.typed(String.valueOf(linkTo).strip())
                .orElseThrow(() -> new Refusal("linkTo", "desk.link.to.missing"));
    }
}
