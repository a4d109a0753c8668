package org.ambassadorportal.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.ambassadorportal.kernel.NotAllowed;
import org.ambassadorportal.organization.Organization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets in whoever has proved who they are. All ways of signing in end here: the password, the mailed link, the demo's
 * one click, and later the campus sign-in, which proves a mail address ({@link #whoHas}) and adds nothing else: groups
 * of the campus give no role here.
 */
@Service
public class Admission {

    /** Marks the hash of a demo password: nothing fits it outside the local profile, and the portal will not start. */
    static final String DEMO = "{demo}";

    private final PersonRepository repository;
    private final People people;
    private final Organization organization;
    private final SessionPeople sessions;
    private final SessionAuthenticationStrategy fresh;
    private final PasswordEncoder passwords;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Environment environment;
    private final Clock clock;

    Admission(
            PersonRepository repository,
            People people,
            Organization organization,
            SessionPeople sessions,
            CsrfTokenRepository tokens,
            PasswordEncoder passwords,
            JdbcClient database,
            ApplicationEventPublisher events,
            Environment environment,
            Clock clock) {
        this.repository = repository;
        this.people = people;
        this.organization = organization;
        this.sessions = sessions;
        this.fresh = new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(tokens)));
        this.passwords = passwords;
        this.database = database;
        this.events = events;
        this.environment = environment;
        this.clock = clock;
    }

    /**
     * The person with a mail address that was proved elsewhere; staff who are new become known with it. Nobody, when
     * the person is disabled, or the address is unknown and not one of staff.
     */
    @ForAnyone
    @Transactional
    public Optional<PersonId> whoHas(String provedMail) {
        var known = repository.findByMail(provedMail.strip());
        if (known.isPresent()) return known.filter(person -> !person.disabled()).map(Person::id);
        if (!organization.isStaffMail(provedMail)) return Optional.empty();
        return Optional.of(AsSystem.call(() -> people.register(PersonId.next(), null, provedMail, Role.STAFF)));
    }

    /**
     * Signs a person in: the session gets a new id, and the forms of the pages before it no longer count.
     *
     * @throws NotAllowed when the person is disabled or unknown
     */
    @ForAnyone
    @Transactional
    public void admit(PersonId id, HttpServletRequest request, HttpServletResponse response) {
        var person = repository
                .findById(id)
                .filter(known -> !known.disabled())
                .orElseThrow(() -> new NotAllowed("error.not-allowed"));
        var token = new PersonToken(person.signedIn(), true);
        fresh.onAuthentication(token, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(token);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        var now = clock.instant();
        database.sql("update person set signed_in_at = ? where id = ?")
                .params(now.atOffset(ZoneOffset.UTC), id.value())
                .update();
        events.publishEvent(new SignedInNow(id, now));
    }

    /**
     * Gives a person of the demo a password that everybody may know.
     *
     * @throws IllegalStateException outside the local profile
     */
    @ForSystem
    @Transactional
    public void demoPassword(PersonId id, String password) {
        if (!environment.acceptsProfiles(Profiles.of("local"))) {
            throw new IllegalStateException("demo passwords exist in the local profile alone");
        }
        database.sql("update person set password = ? where id = ?")
                .params(DEMO + passwords.encode(password), id.value())
                .update();
    }
}
