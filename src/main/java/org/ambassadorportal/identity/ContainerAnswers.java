package org.ambassadorportal.identity;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What the container answers itself, before any filter: addresses it cannot decode, methods it does not allow. These
 * answers carry the security headers too, and their page is ours.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ContainerAnswers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new Headers());
        // Innermost, so that it has answered when the container's own report comes to look.
        server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new OwnPage()));
    }

    /** Writes the headers before anything can go wrong. */
    private static final class Headers extends ValveBase {

        Headers() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            Gate.HEADERS.forEach(response::setHeader);
            getNext().invoke(request, response);
        }
    }

    /** Says in our words that a request could not be read. */
    private static final class OwnPage extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
            try {
                response.setContentType("text/html");
                response.setCharacterEncoding(StandardCharsets.UTF_8);
                response.setHeader("Cache-Control", "no-store");
                response.getReporter()
                        .write(new ClassPathResource("pages/400.html").getContentAsString(StandardCharsets.UTF_8));
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                containerLog.debug("nobody is there to read the answer", gone);
            }
        }
    }
}
