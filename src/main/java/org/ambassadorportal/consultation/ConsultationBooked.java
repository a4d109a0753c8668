package org.ambassadorportal.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** Somebody chose a free time and has it; requester, host and guests are told. */
@NamedInterface("events")
public record ConsultationBooked(ConsultationId request, List<Letter> letters, Instant at) implements Happened, Mailed {

    public ConsultationBooked {
        letters = List.copyOf(letters);
    }

    @Override
    public UUID subject() {
        return request.value();
    }
}
