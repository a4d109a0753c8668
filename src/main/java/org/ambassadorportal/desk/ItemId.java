package org.ambassadorportal.desk;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** The inner id of an item; everybody outside speaks of its {@link Reference}. */
@Embeddable
record ItemId(UUID value) implements Id {

    static ItemId next() {
        return new ItemId(Ids.next());
    }
}
