package org.ambassadorportal.registry;

import java.time.Instant;
import java.time.LocalDate;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;

/** A row of the public list. */
record ListedAccount(
        AccountId id,
        String name,
        Platform platform,
        String handle,
        PublicState state,
        @Nullable UnitId unit,
        @Nullable String unitName,
        String language,
        String tags,
        @Nullable Instant certifiedAt,
        @Nullable LocalDate archivedOn) {

    /** The handle as the platform shows it. */
    public String shown() {
        return Handles.shown(platform, handle);
    }

    /** Its address there; empty when no rule understands the row any more. */
    public String url() {
        return Handles.url(platform, handle);
    }
}
