package org.ambassadorportal.identity;

import java.util.ArrayList;
import java.util.Collection;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A signed-in person to Spring Security; its name is the id, so that no log holds a mail address. */
final class PersonToken extends AbstractAuthenticationToken {

    private final SignedIn person;

    PersonToken(SignedIn person) {
        super(authorities(person));
        this.person = person;
        super.setAuthenticated(true);
    }

    private static Collection<GrantedAuthority> authorities(SignedIn person) {
        var granted = new ArrayList<GrantedAuthority>();
        for (var role : person.roles()) granted.add(new SimpleGrantedAuthority("ROLE_" + role.name()));
        if (person.lead()) granted.add(new SimpleGrantedAuthority("LEAD"));
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
