package org.ambassadorportal.identity;

import java.util.ArrayList;
import java.util.Collection;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A signed-in person to Spring Security; its name is the id, so that no log holds a mail address. Besides the roles it
 * holds {@link #FRESH} while the sign-in is recent.
 */
final class PersonToken extends AbstractAuthenticationToken {

    /** The authority of those who signed in a short while ago. */
    static final String FRESH = "FRESH";

    private final SignedIn person;

    PersonToken(SignedIn person, boolean fresh) {
        super(authorities(person, fresh));
        this.person = person;
        super.setAuthenticated(true);
    }

    private static Collection<GrantedAuthority> authorities(SignedIn person, boolean fresh) {
        var granted = new ArrayList<GrantedAuthority>();
        for (var role : person.roles()) granted.add(new SimpleGrantedAuthority("ROLE_" + role.name()));
        if (person.lead()) granted.add(new SimpleGrantedAuthority("LEAD"));
        if (fresh) granted.add(new SimpleGrantedAuthority(FRESH));
        return granted;
    }

    @Override
    public SignedIn getPrincipal() {
        return person;
    }

    @Override
    public String getName() {
        return person.id().toString();
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
