package org.ambassadorportal.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Where a sign-in link is to be sent.
 *
 * @param to where to go once it was used
 */
record LinkForm(
        @NotBlank(message = "{sign-in.mail.missing}") @Pattern(regexp = "|\\s*[^@\\s]+@[^@\\s]+\\.[^@\\s.]+\\s*", message = "{sign-in.mail.shape}") @PlainText(max = 254)
        @Nullable String mail,

        @PlainText(max = 2000) @Nullable String to) {

    /** Something, an at sign, a domain; nothing is a matter of its own message. */
    static final String ADDRESS = "|\\s*[^@\\s]+@[^@\\s]+\\.[^@\\s.]+\\s*";

    String typed() {
        return mail == null ? "" : mail.strip();
    }
}
