package org.ambassadorportal.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** The requester said yes to the proposed time; the host is told. */
@NamedInterface("events")
public record TimeAgreed(ConsultationId request, List<Letter> letters, Instant at) implements Happened, Mailed {

    public TimeAgreed {
        letters = List.copyOf(letters);
    }

    @Override
    public UUID subject() {
        return request.value();
    }
}
