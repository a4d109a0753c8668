package org.ambassadorportal.amplification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** The comms team declined with a reason; the requester is told. */
@NamedInterface("events")
public record AmplificationDeclined(AmplificationId request, List<Letter> letters, Instant at)
        implements Happened, Mailed {

    public AmplificationDeclined {
        letters = List.copyOf(letters);
    }

    @Override
    public UUID subject() {
        return request.value();
    }
}
