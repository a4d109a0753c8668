package org.ambassadorportal.kernel;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the portal may fetch for people.
 *
 * @param allowedHosts host names that may lead inside the house, such as that of the organization's own calendar
 *     server; all others must lead to public addresses
 */
@ConfigurationProperties("portal.outbound")
record OutboundSettings(@DefaultValue List<String> allowedHosts) {

    OutboundSettings {
        allowedHosts = allowedHosts.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList();
    }
}
