package org.ambassadorportal.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do about their own sign-in. */
@Service
class OwnSignIn {

    /** How somebody signs in at present. */
    record Present(boolean hasPassword, @Nullable Instant signedInAt) {}

    private final JdbcClient database;
    private final PersonRepository repository;
    private final PasswordSignIn signIn;
    private final PasswordEncoder passwords;
    private final Clock clock;

    OwnSignIn(
            JdbcClient database,
            PersonRepository repository,
            PasswordSignIn signIn,
            PasswordEncoder passwords,
            Clock clock) {
        this.database = database;
        this.repository = repository;
        this.signIn = signIn;
        this.passwords = passwords;
        this.clock = clock;
    }

    @ForSignedIn
    @Transactional(readOnly = true)
    Present of(PersonId id) {
        return database.sql("select password is not null as has_password, signed_in_at from person where id = ?")
                .param(id.value())
                .query(OwnSignIn::present)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static Present present(ResultSet row, int number) throws SQLException {
        var at = row.getObject("signed_in_at", OffsetDateTime.class);
        return new Present(row.getBoolean("has_password"), at == null ? null : at.toInstant());
    }

    /**
     * Sets a new password; all other sessions end.
     *
     * @throws Refusal for the field {@code present} when that is not the person's password
     */
    @ForSignedIn
    @Transactional
    void change(PersonId id, String present, String chosen, String network) {
        if (!signIn.confirms(id, present, network)) throw new Refusal("present", "password.present.wrong");
        var person = repository.findById(id).orElseThrow(NotFound::new);
        person.password(passwords.encode(chosen), clock.instant());
        repository.save(person);
    }

    @ForSignedIn
    @Transactional
    void signOutEverywhere(PersonId id) {
        var person = repository.findById(id).orElseThrow(NotFound::new);
        person.signOutEverywhere(clock.instant());
        repository.save(person);
    }
}
