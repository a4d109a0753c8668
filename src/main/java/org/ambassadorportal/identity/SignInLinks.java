package org.ambassadorportal.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.organization.Organization;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which people make a sign-in or choose a new password. A link works once and for a short time; its token is
 * made when the mail is sent and only its hash is kept, so that nobody can read it out of the database.
 */
@Service
public class SignInLinks {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** What a link is for: whose, and whether they are new. */
    record Invitation(
            UUID ticket,
            PersonId person,
            String name,
            String mail,
            @Nullable String onward,
            boolean first) {}

    private final JdbcClient database;
    private final PersonRepository repository;
    private final People people;
    private final Organization organization;
    private final PasswordEncoder passwords;
    private final Tries tries;
    private final ApplicationEventPublisher events;
    private final SignInSettings settings;
    private final When when;
    private final Clock clock;

    SignInLinks(
            JdbcClient database,
            PersonRepository repository,
            People people,
            Organization organization,
            PasswordEncoder passwords,
            Tries tries,
            ApplicationEventPublisher events,
            SignInSettings settings,
            When when,
            Clock clock) {
        this.database = database;
        this.repository = repository;
        this.people = people;
        this.organization = organization;
        this.passwords = passwords;
        this.tries = tries;
        this.events = events;
        this.settings = settings;
        this.when = when;
        this.clock = clock;
    }

    /**
     * Sends a link to whoever may have one: people who are known and not disabled, and anyone with a staff address.
     * For all others nothing happens, and nobody is told the difference.
     *
     * @param onward the path to go on to once the link was used
     */
    @ForAnyone
    @Transactional
    void ask(String mail, String onward) {
        var known = repository.findByMail(mail.strip());
        if (known.isPresent()) {
            var person = known.get();
            if (!person.disabled()) ask(person.addressee(), onward, person.password() == null);
        } else if (organization.isStaffMail(mail.strip())) {
            var clean = mail.strip().toLowerCase(java.util.Locale.ROOT);
            ask(new Addressee(PersonId.next(), People.nameFrom(clean), clean), onward, true);
        }
    }

    private void ask(Addressee to, String onward, boolean first) {
        var ticket = ticket(to, "ASKED", onward);
        var lasts = when.span(settings.linkLasts());
        AsSystem.run(() -> events.publishEvent(new SignInLinkAsked(to, ticket, first, lasts, clock.instant())));
    }

    /** Invites somebody who is known already; their link works longer. */
    @ForInside
    @Transactional
    void invite(Addressee to) {
        var ticket = ticket(to, "INVITED", "/");
        events.publishEvent(new PersonInvited(to, ticket, when.span(settings.invitationLasts()), clock.instant()));
    }

    private UUID ticket(Addressee to, String purpose, String onward) {
        var ticket = Ids.next();
        database.sql(
                        "insert into sign_in_link (id, purpose, person_id, name, mail, asked_at, onward) values (?, ?, ?, ?, ?, ?, ?)")
                .params(ticket, purpose, to.id().value(), to.name(), to.mail(), utc(clock.instant()), onward)
                .update();
        return ticket;
    }

    /**
     * Makes the link of a mail that is about to be sent; an earlier one of the same mail no longer works.
     *
     * @return the path of the link; when the ticket was used meanwhile, the page on which one asks for another
     */
    @ForSystem
    @Transactional
    public String issue(UUID ticket) {
        var random = new byte[32];
        RANDOM.nextBytes(random);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var now = clock.instant();
        int made = database.sql("""
                        update sign_in_link set token_hash = :hash,
                            expires_at = case purpose when 'INVITED' then :invitation else :link end
                        where id = :ticket and used_at is null""")
                .param("hash", hash(token))
                .param("invitation", utc(now.plus(settings.invitationLasts())))
                .param("link", utc(now.plus(settings.linkLasts())))
                .param("ticket", ticket)
                .update();
        return made == 1 ? "/sign-in/link/" + token : "/sign-in/link";
    }

    /** What a link is for, while it works. */
    @ForAnyone
    @Transactional(readOnly = true)
    Optional<Invitation> open(String token) {
        return find(token, "");
    }

    /**
     * Uses a link: the person has this password from now on, is signed out everywhere else, and their other links work
     * no more.
     *
     * @param name what a new person is called; for others it is ignored
     * @throws LinkOver when the link works no more
     * @throws Refusal for the field {@code name} when a new person gave none
     */
    @ForAnyone
    @Transactional
    PersonId use(String token, @Nullable String name, String password) {
        var link = find(token, " for update of l").orElseThrow(LinkOver::new);
        if (link.first() && (name == null || name.isBlank())) throw new Refusal("name", "person.name.missing");
        var now = clock.instant();
        var id = link.first() && repository.findById(link.person()).isEmpty()
                ? AsSystem.call(() -> people.register(link.person(), name, link.mail(), Role.STAFF))
                : link.person();
        var person = repository.findById(id).orElseThrow(LinkOver::new);
        if (person.disabled()) throw new LinkOver();
        if (link.first() && name != null && !name.isBlank()) person.call(name.strip(), now);
        person.password(passwords.encode(password), now);
        AsSystem.run(() -> repository.saveAndFlush(person));
        database.sql(
                        "update sign_in_link set used_at = :now where used_at is null and (id = :ticket or lower(mail) = lower(:mail))")
                .param("now", utc(now))
                .param("ticket", link.ticket())
                .param("mail", link.mail())
                .update();
        tries.forget(person.mail());
        return id;
    }

    private Optional<Invitation> find(String token, String lock) {
        if (token.length() != 43) return Optional.empty();
        return database.sql("""
                        select l.id, l.person_id, coalesce(p.name, l.name) as name, l.mail, l.onward,
                            p.password is null as first
                        from sign_in_link l left join person p on p.id = l.person_id
                        where l.token_hash = :hash and l.used_at is null and l.expires_at > :now
                            and not coalesce(p.disabled, false)""" + lock)
                .param("hash", hash(token))
                .param("now", utc(clock.instant()))
                .query((row, number) -> new Invitation(
                        row.getObject("id", UUID.class),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("name"),
                        row.getString("mail"),
                        row.getString("onward"),
                        row.getBoolean("first")))
                .optional();
    }

    /** Forgets links that can no longer be used. */
    @ForSystem
    @Transactional
    int forgetOld() {
        return database.sql("delete from sign_in_link where asked_at < ?")
                .param(utc(clock.instant().minus(settings.invitationLasts()).minus(Duration.ofDays(30))))
                .update();
    }

    private static java.time.OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
