package org.ambassadorportal.offering;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** Which offering. */
@Embeddable
public record OfferingId(UUID value) implements Id {

    public static OfferingId next() {
        return new OfferingId(Ids.next());
    }

    public static OfferingId of(String text) {
        return new OfferingId(Id.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
