package org.ambassadorportal.freeze;

import java.time.LocalDate;
import java.util.Set;
import org.ambassadorportal.organization.UnitKind;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;

/**
 * A freeze window as pages tell of it.
 *
 * @param until the last day it holds, that day included; {@code null} while its end is open
 * @param kinds the kinds of unit; sections and labs count with their department and are not named
 */
public record FreezeNotice(LocalDate from, @Nullable LocalDate until, Set<UnitKind> kinds, Set<Platform> platforms) {

    /** Whether this window keeps such a unit from opening an account there. */
    public boolean covers(UnitKind kind, Platform platform) {
        return kinds.contains(FreezeWindow.Scope.counted(kind)) && platforms.contains(platform);
    }
}
