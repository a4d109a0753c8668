package org.ambassadorportal.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** Another host takes over what was booked; the guest and both hosts are told. */
@NamedInterface("events")
public record BookingHandedOver(ConsultationId request, List<Letter> letters, Instant at) implements Happened, Mailed {

    public BookingHandedOver {
        letters = List.copyOf(letters);
    }

    @Override
    public UUID subject() {
        return request.value();
    }
}
