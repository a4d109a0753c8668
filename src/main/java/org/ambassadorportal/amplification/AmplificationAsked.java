package org.ambassadorportal.amplification;

import java.time.Instant;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/** Somebody asked to get the word out; the desk mails the confirmation. */
@NamedInterface("events")
public record AmplificationAsked(AmplificationId request, Instant at) implements Happened {

    @Override
    public UUID subject() {
        return request.value();
    }
}
