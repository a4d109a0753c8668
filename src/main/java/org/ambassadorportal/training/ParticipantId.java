package org.ambassadorportal.training;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** Which of the people of a class. */
@Embeddable
record ParticipantId(UUID value) implements Id {

    static ParticipantId next() {
        return new ParticipantId(Ids.next());
    }
}
