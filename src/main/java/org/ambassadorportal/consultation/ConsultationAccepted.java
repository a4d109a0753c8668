package org.ambassadorportal.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** The comms team accepted with a date and a host; both sides are told. */
@NamedInterface("events")
public record ConsultationAccepted(ConsultationId request, List<Letter> letters, Instant at)
        implements Happened, Mailed {

    public ConsultationAccepted {
        letters = List.copyOf(letters);
    }

    @Override
    public UUID subject() {
        return request.value();
    }
}
