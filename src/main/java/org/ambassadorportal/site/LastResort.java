package org.ambassadorportal.site;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter: whatever breaks below it, the page is ours. It catches what the error pages cannot, because
 * they lean on the very thing that failed: a session that cannot be read while the database is away, a template that
 * breaks half way. It also refuses an upload that is larger than any form takes, before the container cuts the
 * connection.
 */
@Configuration(proxyBeanMethods = false)
class LastResort {

    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    /** Seconds after which it is worth a new try. */
    static final String RETRY_AFTER = "30";

    /** A megabyte more than a form may have, so that the form's own check answers what is only a little too large. */
    static final long LARGEST = 13L * 1024 * 1024;

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> lastResortFilter() {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new Catch());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        return registration;
    }

    /** The page of the given status, complete in itself: no database, no template, no script. */
    static byte[] page(HttpStatus status) {
        try {
            return new ClassPathResource("pages/" + status.value() + ".html").getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static final class Catch extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException {
            if (request.getContentLengthLong() > LARGEST) {
                answer(response, HttpStatus.CONTENT_TOO_LARGE);
                return;
            }
            try {
                chain.doFilter(request, response);
            } catch (ServletException | RuntimeException failure) {
                boolean away = DatabaseAway.says(failure);
                // Then each request fails in the same way, and one line for each tells it.
                if (away) LOG.error("The database does not answer: {}", cause(failure));
                else LOG.error("A request failed below every error page: {}", failure.toString(), failure);
                answer(response, away ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR);
            }
        }

        private static String cause(Exception failure) {
            return NestedExceptionUtils.getMostSpecificCause(failure).toString();
        }

        private static void answer(HttpServletResponse response, HttpStatus status) throws IOException {
            if (response.isCommitted()) return;
            // The buffer alone: the security headers that stand already must stay.
            response.resetBuffer();
            response.setStatus(status.value());
            if (status == HttpStatus.SERVICE_UNAVAILABLE) response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getOutputStream().write(page(status));
        }
    }
}
