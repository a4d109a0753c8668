package org.ambassadorportal.registry;

import java.time.LocalDate;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.social.Platform;
import org.jspecify.annotations.Nullable;

/** An account of the registry as other rooms name it. */
public record AccountRow(
        AccountId id,
        String name,
        Platform platform,
        String handle,
        AccountState state,
        boolean impostor,
        @Nullable UnitId unit,
        @Nullable LocalDate archivedOn) {

    /** "Placeholder Health, Mastodon". */
    public String label() {
        return name + ", " + platform.label();
    }

    /** Its address; empty for a row that no rule understands any more. */
    public String url() {
        return Handles.url(platform, handle);
    }
}
