package org.ambassadorportal.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps in the session who is signed in and since when: an id, the generation of that person's sessions and the time
 * of the last sign-in, nothing else. The person
 * is read from the database once per request, where one is asked for. So a session holds nothing that could be out of
 * date or unreadable, and raising the generation ends all sessions of a person on every node at once.
 */
@Component
class SessionPeople implements SecurityContextRepository {

    /** The attribute by which Spring Session also fills its column {@code principal_name}. */
    static final String WHO = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    static final String GENERATION = "generation";

    /** When the person proved last who they are, by the clock of the sessions, in milliseconds. */
    static final String PROVED = "proved";

    private static final String READ_ALREADY = SessionPeople.class.getName();

    private final JdbcClient database;
    private final Duration longest;
    private final Duration fresh;

    SessionPeople(JdbcClient database, SignInSettings settings) {
        this.database = database;
        this.longest = settings.longest();
        this.fresh = settings.fresh();
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it; nothing calls it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public org.springframework.security.core.context.DeferredSecurityContext loadDeferredContext(
            HttpServletRequest request) {
        return new DeferredPerson(() -> read(request));
    }

    private SecurityContext read(HttpServletRequest request) {
        // An error page is drawn in the same request; it asks again, and the answer is the same.
        if (request.getAttribute(READ_ALREADY) instanceof SecurityContext known) return known;
        var context = SecurityContextHolder.createEmptyContext();
        person(request)
                .map(person -> new PersonToken(person, fresh(request.getSession(false))))
                .ifPresent(context::setAuthentication);
        request.setAttribute(READ_ALREADY, context);
        return context;
    }

    private Optional<SignedIn> person(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(WHO) instanceof String who)) return Optional.empty();
        var lasted = Duration.ofMillis(session.getLastAccessedTime() - session.getCreationTime());
        var person = lasted.compareTo(longest) <= 0
                ? find(who, session.getAttribute(GENERATION))
                : Optional.<SignedIn>empty();
        if (person.isEmpty()) session.invalidate();
        return person;
    }

    private boolean fresh(@Nullable HttpSession session) {
        if (session == null || !(session.getAttribute(PROVED) instanceof Long proved)) return false;
        return session.getLastAccessedTime() - proved <= fresh.toMillis();
    }

    private Optional<SignedIn> find(String who, @Nullable Object generation) {
        if (!(generation instanceof Integer seen)) return Optional.empty();
        return database.sql(People.ROW + "where p.id = ? and p.generation = ? and not p.disabled")
                .params(UUID.fromString(who), seen)
                .query(People::row)
                .optional()
                .map(row -> new SignedIn(row.id(), row.name(), row.mail(), row.roles(), row.lead()));
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(READ_ALREADY, context);
        if (context.getAuthentication() instanceof PersonToken token) {
            var session = request.getSession(true);
            session.setAttribute(WHO, token.getName());
            session.setAttribute(GENERATION, generation(token.getPrincipal().id()));
            session.setAttribute(PROVED, session.getLastAccessedTime());
            return;
        }
        var session = request.getSession(false);
        if (session != null) session.removeAttribute(WHO);
    }

    private Integer generation(PersonId id) {
        return database.sql("select generation from person where id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(WHO) != null;
    }
}
