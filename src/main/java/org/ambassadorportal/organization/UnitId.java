package org.ambassadorportal.organization;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** The id of a unit of the organization. */
@Embeddable
public record UnitId(UUID value) implements Id {

    public static UnitId next() {
        return new UnitId(Ids.next());
    }

    public static UnitId of(String text) {
        return new UnitId(Id.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
