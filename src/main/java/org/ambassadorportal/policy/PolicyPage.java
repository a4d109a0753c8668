package org.ambassadorportal.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy as everyone may read it: one version with its text, and what other versions there are.
 *
 * @param current whether this is the version that holds now
 * @param acknowledged when the reader acknowledged this version, if they did
 */
record PolicyPage(
        PolicyRow shown,
        boolean current,
        List<Version> versions,
        @Nullable Instant acknowledged) {

    /** A published version in the list of versions, newest first. */
    record Version(int number, LocalDate effective, boolean current) {}

    /** The version that holds until the shown one takes effect. */
    @Nullable Version before(LocalDate today) {
        if (!current || !shown.effective().isAfter(today)) return null;
        return versions.stream()
                .filter(version -> version.number() < shown.number())
                .findFirst()
                .orElse(null);
    }
}
