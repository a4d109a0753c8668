package org.ambassadorportal.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Signing in with mail address and password. Unknown, disabled and held-up people get the answer of a wrong password,
 * after the same work: one hash is always computed.
 */
@Service
class PasswordSignIn {

    /** The longest password that is looked at; no longer one can be chosen. */
    private static final int LONGEST = 128;

    private final PersonRepository repository;
    private final PasswordEncoder passwords;
    private final Tries tries;

    /** The hash of no password, to be compared with where there is no person. */
    private final String nobody;

    PasswordSignIn(PersonRepository repository, PasswordEncoder passwords, Tries tries) {
        this.repository = repository;
        this.passwords = passwords;
        this.tries = tries;
        this.nobody = passwords.encode(java.util.UUID.randomUUID().toString());
    }

    /** The person, if the password is theirs and they may sign in now. No transaction is open while it is hashed. */
    @ForAnyone
    Optional<PersonId> check(String mail, String password, String network) {
        boolean may = tries.password(mail, network);
        var person = repository.findByMail(mail.strip());
        boolean fits = passwords.matches(password.length() > LONGEST ? "" : password, hash(person));
        if (!may || !fits || person.isEmpty() || person.get().disabled()) return Optional.empty();
        tries.right(mail, network);
        return person.map(Person::id);
    }

    /** Whether this is the person's own password; counts as a try like any other. */
    @ForSignedIn
    boolean confirms(PersonId id, String password, String network) {
        return repository
                .findById(id)
                .flatMap(person -> check(person.mail(), password, network))
                .isPresent();
    }

    private String hash(Optional<Person> person) {
        @Nullable String hash = person.map(Person::password).orElse(null);
        return hash == null ? nobody : hash;
    }
}
