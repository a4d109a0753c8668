package org.ambassadorportal.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** The requester chose another free time; requester, host and guests are told. */
@NamedInterface("events")
public record BookingMoved(ConsultationId request, List<Letter> letters, Instant at) implements Happened, Mailed {

    public BookingMoved {
        letters = List.copyOf(letters);
    }

    @Override
    public UUID subject() {
        return request.value();
    }
}
