package org.ambassadorportal.kernel;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the portal stands on the web. Requests that name another host are refused.
 *
 * @param baseUrl the address people type, without a path; https makes cookies secure
 * @param hosts further host names the portal answers to
 */
@ConfigurationProperties("portal.web")
public record WebSettings(
        @DefaultValue("http://localhost:8080") URI baseUrl,
        @DefaultValue List<String> hosts) {

    public WebSettings {
        if (baseUrl.getHost() == null) throw new IllegalArgumentException("portal.web.base-url needs a host");
        hosts = List.copyOf(hosts);
    }

    /** The full address of a page, as mails and calendars need it. */
    public String url(String path) {
        return baseUrl.toString().replaceAll("/+$", "") + path;
    }

    /** Whether people reach the portal through TLS. */
    public boolean secure() {
        return "https".equalsIgnoreCase(baseUrl.getScheme());
    }

    /** The host names the portal answers to; on one's own machine all names of it. */
    public Set<String> names() {
        var names = new HashSet<String>();
        names.add(baseUrl.getHost().toLowerCase(Locale.ROOT));
        hosts.forEach(host -> names.add(host.toLowerCase(Locale.ROOT)));
        if (names.contains("localhost")) names.addAll(Set.of("127.0.0.1", "::1", "[::1]", "0:0:0:0:0:0:0:1"));
        return Set.copyOf(names);
    }
}
