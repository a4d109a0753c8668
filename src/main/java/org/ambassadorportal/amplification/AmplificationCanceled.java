package org.ambassadorportal.amplification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** The requester called it off; whoever accepted it is told. */
@NamedInterface("events")
public record AmplificationCanceled(AmplificationId request, List<Letter> letters, Instant at)
        implements Happened, Mailed {

    public AmplificationCanceled {
        letters = List.copyOf(letters);
    }

    @Override
    public UUID subject() {
        return request.value();
    }
}
