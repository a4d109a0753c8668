package org.ambassadorportal.social;

import org.jspecify.annotations.Nullable;

/**
 * That an account is known to the portal, and as what. Holds nothing that a public page may not show.
 *
 * @param holder the name to show: the unit, the person, or for an impostor who is imitated
 * @param path the page in the portal about it, if it has a public one
 */
public record Claim(
        Standing standing, String holder, @Nullable String path) {

    /** What an account is to the organization; where several claim one account, the first counts. */
    public enum Standing {
        /** Speaks for the organization now. */
        OFFICIAL,
        /** Pretends to belong to the organization. */
        IMPOSTOR,
        /** Spoke for the organization once. */
        ARCHIVED,
        /** A person's own; not official. */
        PERSONAL
    }
}
