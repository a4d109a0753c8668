package org.ambassadorportal.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/** A new password in the place of the present one. */
record PasswordForm(
        @NotBlank(message = "{password.present.missing}") @PlainText(max = 128) @Nullable String present,

        @Size(min = 12, max = 128, message = "{password.length}") @PlainText(max = 128) @Nullable String password) {

    String typedPresent() {
        return present == null ? "" : present;
    }

    String chosen() {
        return password == null ? "" : password;
    }
}
