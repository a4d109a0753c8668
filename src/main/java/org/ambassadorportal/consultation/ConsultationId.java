package org.ambassadorportal.consultation;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** Which request for a consultation, a training or a talk. */
@Embeddable
public record ConsultationId(UUID value) implements Id {

    public static ConsultationId next() {
        return new ConsultationId(Ids.next());
    }

    public static ConsultationId of(String text) {
        return new ConsultationId(Id.read(text));
    }
}
