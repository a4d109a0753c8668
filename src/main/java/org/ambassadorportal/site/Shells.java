package org.ambassadorportal.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.freeze.Freezes;
import org.ambassadorportal.identity.Role;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.Monogram;
import org.ambassadorportal.organization.Organization;
import org.ambassadorportal.site.Shell.Notice;
import org.ambassadorportal.site.Shell.Someone;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Fills the shell: at most two statements, one for the desk's count and one for the freeze. */
@Component
class Shells {

    private static final Logger LOG = LoggerFactory.getLogger(Shells.class);

    private final Organization organization;
    private final Desk desk;
    private final Freezes freezes;

    Shells(Organization organization, Desk desk, Freezes freezes) {
        this.organization = organization;
        this.desk = desk;
        this.freezes = freezes;
    }

    /** The shell for this request; {@code null} when even the facts of the organization cannot be had. */
    @Nullable Shell of(HttpServletRequest request) {
        try {
            return fill(path(request));
        } catch (RuntimeException databaseGone) {
            LOG.warn("The shell of a page could not be filled: {}", databaseGone.toString());
            return null;
        }
    }

    private Shell fill(String path) {
        var person = signedIn();
        boolean comms = person != null
                && (person.roles().contains(Role.COMMS) || person.roles().contains(Role.ADMIN));
        var waiting = comms ? desk.waiting().label() : null;
        return new Shell(
                organization.facts(),
                Navigation.of(person, path, waiting),
                person == null ? null : someone(person),
                hidesFreeze(path) ? null : notice(),
                path.equals("/desk") || path.startsWith("/desk/"));
    }

    private @Nullable Notice notice() {
        return freezes.inForce().map(window -> new Notice(window.until())).orElse(null);
    }

    /** The banner says nothing new on the page about the freeze itself, and is in the way of daily work. */
    private static boolean hidesFreeze(String path) {
        return path.equals("/freeze")
                || path.startsWith("/desk")
                || path.startsWith("/admin")
                || path.startsWith("/insights");
    }

    private static Someone someone(SignedIn person) {
        var letters = Monogram.of(person.name());
        return new Someone(person.name(), letters.letters(), letters.tint(), Navigation.own(person));
    }

    private static @Nullable SignedIn signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person ? person : null;
    }

    /** The address that was asked for, also when an error is being answered. */
    static String path(HttpServletRequest request) {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var uri = asked == null ? request.getRequestURI() : asked.toString();
        return uri.substring(request.getContextPath().length());
    }
}
