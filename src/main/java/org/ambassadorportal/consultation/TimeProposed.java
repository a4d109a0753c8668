package org.ambassadorportal.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** The comms team asks whether another time suits; the requester is told. */
@NamedInterface("events")
public record TimeProposed(ConsultationId request, List<Letter> letters, Instant at) implements Happened, Mailed {

    public TimeProposed {
        letters = List.copyOf(letters);
    }

    @Override
    public UUID subject() {
        return request.value();
    }
}
