package org.ambassadorportal.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Answers those whom the filter chain does not let through. A page leads to the sign-in and back; a form that was sent
 * after its session ended is held, so that nothing typed is lost; an address that leads nowhere is simply not found.
 */
@Component
class NotSignedIn implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** The request attribute under which a held form reaches its page. */
    static final String HELD = "org.ambassadorportal.identity.Held";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    NotSignedIn(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** Nobody is signed in, and somebody must be. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException error)
            throws IOException, ServletException {
        if (!mapped(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (READING.contains(request.getMethod())) {
            askToSignIn(request, response);
        } else {
            hold(request, response, HttpServletResponse.SC_UNAUTHORIZED, "/sign-in/ended");
        }
    }

    /** Somebody is signed in who may not, or a form came without its token. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException error)
            throws IOException, ServletException {
        if (PortalSecurity.sensitive(request) && adminOfLongAgo()) {
            hold(request, response, HttpServletResponse.SC_UNAUTHORIZED, "/sign-in/confirm");
            return;
        }
        boolean old = error instanceof CsrfException && fromOurOwnPage(request);
        if (old && signedOutMeanwhile(request) && request.getRequestURI().equals("/sign-out")) {
            response.sendRedirect("/sign-in?out");
        } else if (old && signedOutMeanwhile(request)) {
            hold(request, response, HttpServletResponse.SC_FORBIDDEN, "/sign-in/ended");
        } else if (old) {
            hold(request, response, HttpServletResponse.SC_FORBIDDEN, "/sign-in/old-form");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = request.getHeader("HX-Request") == null ? wanted(request) : pageAround(request);
        var address = "/sign-in?to=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(address);
        } else {
            // A part of a page cannot show the sign-in; the whole page goes there.
            response.setHeader("HX-Redirect", address);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private static void hold(HttpServletRequest request, HttpServletResponse response, int status, String page)
            throws ServletException, IOException {
        request.setAttribute(HELD, Held.of(request));
        response.setStatus(status);
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Retarget", "body");
            response.setHeader("HX-Reswap", "innerHTML");
        }
        request.getRequestDispatcher(page).forward(request, response);
    }

    private static String wanted(HttpServletRequest request) {
        var query = request.getQueryString();
        return Local.path(query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query);
    }

    private static String pageAround(HttpServletRequest request) {
        var around = request.getHeader("HX-Current-URL");
        if (around == null) return "/";
        try {
            var page = new URI(around);
            return Local.path(
                    page.getRawQuery() == null ? page.getRawPath() : page.getRawPath() + "?" + page.getRawQuery());
        } catch (URISyntaxException unknown) {
            return "/";
        }
    }

    private static boolean adminOfLongAgo() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof PersonToken token
                && token.getPrincipal().isAdmin()
                && token.getAuthorities().stream()
                        .noneMatch(granted -> PersonToken.FRESH.equals(granted.getAuthority()));
    }

    /** The browser itself vouches for it, and no other page can make it say so; the token is merely too old. */
    private static boolean fromOurOwnPage(HttpServletRequest request) {
        return "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }

    private static boolean signedOutMeanwhile(HttpServletRequest request) {
        var somebody = SecurityContextHolder.getContext().getAuthentication();
        boolean nobody = somebody == null || !somebody.isAuthenticated();
        return nobody && !PortalSecurity.open(request);
    }

    private boolean mapped(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        return mappings.stream().anyMatch(mapping -> handles(mapping, request));
    }

    private static boolean handles(RequestMappingHandlerMapping mapping, HttpServletRequest request) {
        try {
            return mapping.getHandler(request) != null;
        } catch (Exception mappedForOtherMethods) {
            return true;
        }
    }
}
