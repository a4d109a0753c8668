package org.ambassadorportal.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** The comms team calls off what was booked, for a reason; the guest is told, and a host who did not do it. */
@NamedInterface("events")
public record BookingCalledOff(ConsultationId request, List<Letter> letters, Instant at) implements Happened, Mailed {

    public BookingCalledOff {
        letters = List.copyOf(letters);
    }

    @Override
    public UUID subject() {
        return request.value();
    }
}
