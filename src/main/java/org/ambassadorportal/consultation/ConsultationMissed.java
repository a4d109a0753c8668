package org.ambassadorportal.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** Nobody came; the guest is told how to ask for another time. */
@NamedInterface("events")
public record ConsultationMissed(ConsultationId request, List<Letter> letters, Instant at) implements Happened, Mailed {

    public ConsultationMissed {
        letters = List.copyOf(letters);
    }

    @Override
    public UUID subject() {
        return request.value();
    }
}
