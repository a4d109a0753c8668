package org.ambassadorportal.identity;

import jakarta.validation.constraints.Size;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in link asks for. The password is taken as it is typed, spaces included.
 *
 * @param name what a new person is called; the page does not ask others
 */
record NewSignIn(
        @PlainText(max = 120) @Nullable String name,

        @Size(min = 12, max = 128, message = "{password.length}") @PlainText(max = 128) @Nullable String password) {

    String chosen() {
        return password == null ? "" : password;
    }
}
