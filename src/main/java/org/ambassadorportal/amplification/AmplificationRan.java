package org.ambassadorportal.amplification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** It ran; the requester and the ambassadors it is about are told where. */
@NamedInterface("events")
public record AmplificationRan(AmplificationId request, List<Letter> letters, Instant at) implements Happened, Mailed {

    public AmplificationRan {
        letters = List.copyOf(letters);
    }

    @Override
    public UUID subject() {
        return request.value();
    }
}
