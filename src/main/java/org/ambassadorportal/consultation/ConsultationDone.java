package org.ambassadorportal.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** It took place; the guest is told what was agreed, and asked whether it helped. */
@NamedInterface("events")
public record ConsultationDone(ConsultationId request, List<Letter> letters, Instant at) implements Happened, Mailed {

    public ConsultationDone {
        letters = List.copyOf(letters);
    }

    @Override
    public UUID subject() {
        return request.value();
    }
}
