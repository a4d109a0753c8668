package org.ambassadorportal.freeze;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ambassadorportal.kernel.Required;
import org.ambassadorportal.organization.UnitKind;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;

/** What a window freezes, and when. */
record WindowForm(
        @Required(message = "{freeze.window.kinds.none}") @Nullable Set<UnitKind> kinds,

        @Required(message = "{freeze.window.platforms.none}") @Nullable Set<Platform> platforms,

        @Required(message = "{freeze.window.from.missing}") @Nullable LocalDate from,

        @Nullable LocalDate until) {

    static WindowForm of(WindowRow window) {
        return new WindowForm(window.kinds(), window.platforms(), window.from(), window.until());
    }

    /** What is usually frozen: departments, programs and offices, everywhere. */
    static WindowForm usual(LocalDate today) {
        return new WindowForm(
                Set.of(UnitKind.DEPARTMENT, UnitKind.PROGRAM, UnitKind.OFFICE), Set.of(Platform.values()), today, null);
    }

    /** The chosen values, as the boxes of the form carry them. */
    public List<String> kindNames() {
        return kinds == null ? List.of() : kinds.stream().map(Enum::name).toList();
    }

    public List<String> platformNames() {
        return platforms == null
                ? List.of()
                : platforms.stream().map(Enum::name).toList();
    }
}
