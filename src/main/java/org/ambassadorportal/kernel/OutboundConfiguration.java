package org.ambassadorportal.kernel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
class OutboundConfiguration {

    @Bean
    @Profile("!local")
    Outbound outbound() {
        return url -> Outbound.safe(url) ? url : null;
    }
}
