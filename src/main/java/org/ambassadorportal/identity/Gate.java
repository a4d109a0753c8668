package org.ambassadorportal.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ambassadorportal.kernel.WebSettings;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything else. It writes the security headers first, so that every answer has them, whatever fails
 * later; and it turns away what no page should have to deal with: a foreign host name, parameters that cannot be read
 * or that no address of ours contains. What it turns away is answered by our error page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class Gate extends OncePerRequestFilter {

    /** No script or style but our own files, no frames, no foreign forms. Images may be data: Bootstrap's ticks are. */
    static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
            + "manifest-src 'self'";

    /** What every answer carries; the container writes it too, for what never comes this far. */
    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", CONTENT,
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
            "Referrer-Policy", "same-origin",
            "Permissions-Policy",
                    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private final Set<String> names;

    Gate(WebSettings web) {
        this.names = web.names();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HEADERS.forEach(response::setHeader);
        var refusal = refusal(request);
        if (refusal == null) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Cache-Control", "no-store");
            response.sendError(refusal.value());
        }
    }

    private @Nullable HttpStatus refusal(HttpServletRequest request) {
        var host = request.getServerName();
        if (host == null || !names.contains(host.toLowerCase(Locale.ROOT))) return HttpStatus.BAD_REQUEST;
        try {
            var parameters = request.getParameterMap();
            return parameters.keySet().stream().anyMatch(Gate::unreadable) || asked(request, parameters)
                    ? HttpStatus.BAD_REQUEST
                    : null;
        } catch (InvalidParameterException broken) {
            return broken.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                    ? HttpStatus.CONTENT_TOO_LARGE
                    : HttpStatus.BAD_REQUEST;
        } catch (IllegalStateException broken) {
            return HttpStatus.BAD_REQUEST;
        }
    }

    /** Forms say what is wrong with a text beside its field; an address has no such place. */
    private static boolean asked(HttpServletRequest request, Map<String, String[]> parameters) {
        if (!Set.of("GET", "HEAD").contains(request.getMethod())) return false;
        for (var values : parameters.values()) for (var value : values) if (unreadable(value)) return true;
        return false;
    }

    /** NUL, which PostgreSQL refuses, and half characters, which it would store as question marks. */
    private static boolean unreadable(String text) {
        return text.codePoints()
                .anyMatch(sign -> sign == 0 || (sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE));
    }
}
