package org.ambassadorportal.identity;

import java.util.Set;

/**
 * A person as pages show them.
 *
 * @param roles all roles, included ones too; empty when a role was never given
 * @param lead whether this person leads the comms team
 * @param disabled whether this person can no longer sign in
 */
public record PersonRow(PersonId id, String name, String mail, Set<Role> roles, boolean lead, boolean disabled) {

    public PersonRow {
        roles = Set.copyOf(roles);
    }

    public boolean isComms() {
        return roles.contains(Role.COMMS);
    }

    public boolean isAdmin() {
        return roles.contains(Role.ADMIN);
    }
}
