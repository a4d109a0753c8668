package org.ambassadorportal.amplification;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** Which time it ran. */
@Embeddable
record RunId(UUID value) implements Id {

    static RunId next() {
        return new RunId(Ids.next());
    }
}
