package org.ambassadorportal.demo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** The pages of the demo are open to anyone; they exist in the local profile alone, and so does this chain. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
class DemoSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain demoPages(HttpSecurity http, SecurityContextRepository people, CsrfTokenRepository tokens) {
        return http.securityMatcher("/demo/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .securityContext(context -> context.securityContextRepository(people))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .headers(headers -> headers.defaultsDisabled().cacheControl(cache -> {}))
                .build();
    }
}
