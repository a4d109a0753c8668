package org.ambassadorportal.freeze;

import java.time.LocalDate;
import java.util.Collections;
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

    /** Whether it freezes some of what the form says on the same days. */
    boolean overlaps(WindowForm form) {
        if (form.kinds() == null || form.platforms() == null || form.from() == null) return false;
        boolean sameDays = (until == null || !until.isBefore(form.from()))
                && (form.until() == null || !form.until().isBefore(from));
        return sameDays
                && !Collections.disjoint(kinds, form.kinds())
                && !Collections.disjoint(platforms, form.platforms());
    }

    FreezeNotice notice() {
        return new FreezeNotice(from, until, kinds, platforms);
    }
}
