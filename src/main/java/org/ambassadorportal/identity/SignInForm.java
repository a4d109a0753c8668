package org.ambassadorportal.identity;

import jakarta.validation.constraints.NotBlank;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Mail address and password.
 *
 * @param to where to go afterwards
 */
record SignInForm(
        @NotBlank(message = "{sign-in.mail.missing}") @PlainText(max = 254) @Nullable String mail,

        @NotBlank(message = "{sign-in.password.missing}") @PlainText(max = 1000) @Nullable String password,

        @PlainText(max = 2000) @Nullable String to) {

    String typedMail() {
        return mail == null ? "" : mail;
    }

    String typedPassword() {
        return password == null ? "" : password;
    }
}
