package org.ambassadorportal.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** The requester called it off; a host who counted on it is told. */
@NamedInterface("events")
public record ConsultationCanceled(ConsultationId request, List<Letter> letters, Instant at)
        implements Happened, Mailed {

    public ConsultationCanceled {
        letters = List.copyOf(letters);
    }

    @Override
    public UUID subject() {
        return request.value();
    }
}
