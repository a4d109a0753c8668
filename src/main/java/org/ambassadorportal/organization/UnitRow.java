package org.ambassadorportal.organization;

import org.jspecify.annotations.Nullable;

/**
 * A unit as pages show it.
 *
 * @param parent the unit it belongs to; {@code null} at the top of the tree
 * @param closed whether it no longer exists; closed units keep their place in what was written about them
 */
public record UnitRow(
        UnitId id, String name, UnitKind kind, @Nullable UnitId parent, boolean closed) {}
