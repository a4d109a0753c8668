package org.ambassadorportal.consultation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** The guest said whether it helped; the host is told. */
@NamedInterface("events")
public record HelpTold(ConsultationId request, List<Letter> letters, Instant at) implements Happened, Mailed {

    public HelpTold {
        letters = List.copyOf(letters);
    }

    @Override
    public UUID subject() {
        return request.value();
    }
}
