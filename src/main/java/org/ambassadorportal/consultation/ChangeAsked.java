package org.ambassadorportal.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** The requester asks the host for another time, or to call it off, because it is too late to do so alone. */
@NamedInterface("events")
public record ChangeAsked(ConsultationId request, List<Letter> letters, Instant at) implements Happened, Mailed {

    public ChangeAsked {
        letters = List.copyOf(letters);
    }

    @Override
    public UUID subject() {
        return request.value();
    }
}
