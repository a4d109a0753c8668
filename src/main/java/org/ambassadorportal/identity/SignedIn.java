package org.ambassadorportal.identity;

import java.io.Serializable;
import java.util.Set;

/**
 * The person of the present request. It is read from the database at each request, so it is never older than that: a
 * role that was taken away is gone at the next click, on every node.
 *
 * @param roles all roles, included ones too
 */
public record SignedIn(PersonId id, String name, String mail, Set<Role> roles, boolean lead) implements Serializable {

    public SignedIn {
        roles = Set.copyOf(roles);
    }

    public boolean isStaff() {
        return roles.contains(Role.STAFF);
    }

    public boolean isComms() {
        return roles.contains(Role.COMMS);
    }

    public boolean isAdmin() {
        return roles.contains(Role.ADMIN);
    }
}
