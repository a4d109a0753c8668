package org.ambassadorportal.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Stands for hashes of a kind we do not use: no password fits them. */
final class FitsNothing implements PasswordEncoder {

    @Override
    public String encode(@Nullable CharSequence password) {
        throw new UnsupportedOperationException("only Argon2id is used");
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        return false;
    }
}
