package org.ambassadorportal.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Stream;
import org.ambassadorportal.kernel.WebSettings;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may open which address: everything is closed but what is listed here. The rules on the services hold beside it,
 * so an address that slips through opens nothing.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class PortalSecurity {

    /** What anyone may open. */
    private static final String[] PUBLIC = {
        "/",
        "/ambassadors/**",
        "/enroll",
        "/accounts/**",
        "/freeze",
        "/freeze/exceptions.csv",
        "/policies/**",
        "/help/**",
        "/sign-in/**",
        "/api/v1/**",
        "/calendars/**",
        "/booking/**",
        "/units/suggest",
        "/assets/**",
        "/webjars/**",
        "/favicon.ico",
        "/error"
    };

    private static final RequestMatcher OPEN = new OrRequestMatcher(
            Stream.of(PUBLIC).map(PathPatternRequestMatcher::pathPattern).toArray(RequestMatcher[]::new));

    /** What gives power to others, binds everybody, or decides on the freeze: one proves anew who one is. */
    private static final RequestMatcher SENSITIVE = new OrRequestMatcher(Stream.of("people", "policies", "freeze")
            .map(room -> PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/admin/" + room + "/**"))
            .toArray(RequestMatcher[]::new));

    /** Whether this asks for a fresh sign-in. */
    static boolean sensitive(HttpServletRequest request) {
        return SENSITIVE.matches(request);
    }

    /** Whether anyone may open this address. */
    static boolean open(HttpServletRequest request) {
        return OPEN.matches(request);
    }

    /** Nobody reads a figure for each filter and each rule of each request, and keeping them costs more than the rules. */
    @Bean
    SecurityObservationSettings noFiguresOfEachRule() {
        return SecurityObservationSettings.noObservations();
    }

    /** The port for whoever runs the portal; it is bound to the machine, or shut off by the network. */
    @Bean
    @Order(1)
    SecurityFilterChain operations(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http, SessionPeople people, CsrfTokenRepository tokens, NotSignedIn notSignedIn) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/desk/**", "/insights/**")
                        .hasRole("COMMS")
                        .requestMatchers(SENSITIVE)
                        .access(AuthorizationManagers.allOf(
                                AuthorityAuthorizationManager.hasRole("ADMIN"),
                                AuthorityAuthorizationManager.hasAuthority(PersonToken.FRESH)))
                        .requestMatchers("/admin/**")
                        .hasRole("ADMIN")
                        .requestMatchers(OPEN)
                        .permitAll()
                        .anyRequest()
                        .hasRole("STAFF"))
                .securityContext(context -> context.securityContextRepository(people))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                // Nothing is kept for people who are not signed in; the address they wanted travels in the address.
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(notSignedIn).accessDeniedHandler(notSignedIn))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                // All other headers are the Gate's, so that errors have them too.
                .headers(headers -> headers.defaultsDisabled().cacheControl(cache -> {}))
                .build();
    }

    /** The token of a form lives in a cookie, which is set with the first form: no session is needed for it. */
    @Bean
    CsrfTokenRepository csrfTokens(WebSettings web) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(web.secure() ? "__Host-form" : "form");
        tokens.setCookieCustomizer(
                cookie -> cookie.path("/").httpOnly(true).sameSite("Lax").secure(web.secure()));
        return tokens;
    }

    /** Argon2id alone, with the parameters OWASP recommends (19 MiB, two passes). */
    @Bean
    PasswordEncoder passwords(Environment environment) {
        var argon2 = onlyKnowing(Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2)));
        if (!environment.acceptsProfiles(Profiles.of("local"))) return argon2;
        // The demo's passwords are told apart from others by a mark, so that they fit nowhere else.
        return onlyKnowing(Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2), "demo", argon2));
    }

    private static PasswordEncoder onlyKnowing(Map<String, PasswordEncoder> kinds) {
        var encoder = new DelegatingPasswordEncoder("argon2", kinds);
        // A hash of any other kind fits no password, instead of being an error.
        encoder.setDefaultPasswordEncoderForMatches(new FitsNothing());
        return encoder;
    }

    @Bean
    RequestRejectedHandler refusedByTheFirewall() {
        return new HttpStatusRequestRejectedHandler();
    }
}
