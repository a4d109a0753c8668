package org.ambassadorportal.organization;

import org.jspecify.annotations.Nullable;

/**
 * A unit as admins see it.
 *
 * @param below how many units that exist belong to it directly
 */
record UnitPage(
        UnitId id,
        String name,
        UnitKind kind,
        @Nullable UnitId parent,
        @Nullable String parentName,
        boolean closed,
        long version,
        int below) {}
