package org.ambassadorportal.consultation;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** Which booking; stays the same for its whole life and is the UID of its calendar entries. */
@Embeddable
record BookingId(UUID value) implements Id {

    static BookingId next() {
        return new BookingId(Ids.next());
    }
}
