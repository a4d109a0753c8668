package org.ambassadorportal.identity;

import java.time.Instant;
import org.ambassadorportal.kernel.Monogram;
import org.jspecify.annotations.Nullable;

/**
 * A person as admins see them.
 *
 * @param signedInAt the last time; {@code null} for those who never did
 */
record StaffRow(
        PersonId id,
        String name,
        String mail,
        @Nullable Role role,
        boolean lead,
        boolean disabled,
        boolean hasPassword,
        @Nullable Instant signedInAt,
        long version) {

    public Monogram monogram() {
        return Monogram.of(name);
    }
}
