package org.ambassadorportal.freeze;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** Names a freeze window. */
@Embeddable
public record WindowId(UUID value) implements Id {

    static WindowId next() {
        return new WindowId(Ids.next());
    }

    /** Reads the id in an address. */
    public static WindowId of(String text) {
        return new WindowId(Id.read(text));
    }
}
