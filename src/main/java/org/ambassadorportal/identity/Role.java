package org.ambassadorportal.identity;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person may do. Roles add up: the comms team is staff too, admins are staff and comms. */
public enum Role {
    STAFF,
    COMMS,
    ADMIN;

    /** The key of its word in the message files. */
    public String key() {
        return "role." + name();
    }

    /** This role and all that it includes; nothing for nobody's role. */
    static Set<Role> upTo(@Nullable Role highest) {
        return highest == null ? Set.of() : Set.copyOf(EnumSet.range(STAFF, highest));
    }
}
