package org.ambassadorportal.consultation;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** Advice, a training or a talk was asked for; the desk mails the confirmation. */
@NamedInterface("events")
public record ConsultationAsked(ConsultationId request, Instant at) implements Happened {

    @Override
    public UUID subject() {
        return request.value();
    }
}
