package org.ambassadorportal.identity;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Does work as the portal itself: jobs, and steps of people who are not signed in yet, such as asking for a sign-in
 * link. Whoever was signed in is so again afterwards.
 */
public final class AsSystem {

    /** The name of the portal itself, where a person's id would stand. */
    public static final String NAME = "system";

    private static final Authentication SYSTEM = UsernamePasswordAuthenticationToken.authenticated(
            NAME, null, List.of(new SimpleGrantedAuthority("ROLE_SYSTEM")));

    private AsSystem() {}

    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return NAME;
        });
    }

    public static <T> T call(Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SYSTEM);
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
