package org.ambassadorportal.ambassador;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.ambassadorportal.organization.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is. The comms team looks at these before they are published, and again when they change. In a draft any
 * of them may be missing.
 *
 * @param name as it stands on the page, without credentials
 * @param credentials "MD, PhD"
 * @param photo the id of the portrait
 */
@Embeddable
record Particulars(
        @Nullable String name,
        @Nullable String credentials,
        @Nullable String title,

        @Embedded @AttributeOverride(name = "value", column = @Column(name = "unit_id")) @Nullable UnitId unit,

        @Column(name = "photo_id") @Nullable UUID photo) {

    static final Particulars NONE = new Particulars(null, null, null, null, null);

    boolean complete() {
        return name != null && title != null && unit != null;
    }

    Particulars withPhoto(@Nullable UUID other) {
        return new Particulars(name, credentials, title, unit, other);
    }

    /** The names of what is different, for the audit trail and the title at the desk. */
    List<String> changedFrom(Particulars before) {
        var changed = new ArrayList<String>();
        if (!Objects.equals(name, before.name)) changed.add("name");
        if (!Objects.equals(credentials, before.credentials)) changed.add("credentials");
        if (!Objects.equals(title, before.title)) changed.add("title");
        if (!Objects.equals(unit, before.unit)) changed.add("unit");
        if (!Objects.equals(photo, before.photo)) changed.add("photo");
        return changed;
    }
}
