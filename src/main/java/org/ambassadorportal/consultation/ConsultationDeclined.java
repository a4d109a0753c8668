package org.ambassadorportal.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** The comms team declined with a reason; the requester is told. */
@NamedInterface("events")
public record ConsultationDeclined(ConsultationId request, List<Letter> letters, Instant at)
        implements Happened, Mailed {

    public ConsultationDeclined {
        letters = List.copyOf(letters);
    }

    @Override
    public UUID subject() {
        return request.value();
    }
}
