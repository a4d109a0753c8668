package org.ambassadorportal.kernel;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The portal's one clock; the local profile and the tests bring one that can be moved. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    @Profile("!local & !test")
    Clock clock() {
        return Clock.systemUTC();
    }
}
