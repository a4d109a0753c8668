package org.ambassadorportal.freeze;

import java.time.LocalDate;
import java.util.Set;
import org.ambassadorportal.organization.UnitKind;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;

/** A window as the admins' page shows it. */
record WindowRow(
        WindowId id,
        long version,
        LocalDate from,
        @Nullable LocalDate until,
        Set<UnitKind> kinds,
        Set<Platform> platforms,
        boolean begun,
        boolean over) {

    public boolean inForce() {
        return begun && !over;
    }

    FreezeNotice notice() {
        return new FreezeNotice(from, until, kinds, platforms);
    }
}
