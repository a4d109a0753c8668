package org.ambassadorportal.amplification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** The comms team accepted for an official account and a day; the requester is told. */
@NamedInterface("events")
public record AmplificationAccepted(AmplificationId request, List<Letter> letters, Instant at)
        implements Happened, Mailed {

    public AmplificationAccepted {
        letters = List.copyOf(letters);
    }

    @Override
    public UUID subject() {
        return request.value();
    }
}
