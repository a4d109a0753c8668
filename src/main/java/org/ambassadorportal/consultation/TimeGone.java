package org.ambassadorportal.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** The requester said yes to a proposed time that somebody else has by now; whoever would have hosted it is told. */
@NamedInterface("events")
public record TimeGone(ConsultationId request, List<Letter> letters, Instant at) implements Happened, Mailed {

    public TimeGone {
        letters = List.copyOf(letters);
    }

    @Override
    public UUID subject() {
        return request.value();
    }
}
