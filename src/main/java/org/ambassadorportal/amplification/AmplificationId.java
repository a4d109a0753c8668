package org.ambassadorportal.amplification;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** Which request to get the word out. */
@Embeddable
public record AmplificationId(UUID value) implements Id {

    public static AmplificationId next() {
        return new AmplificationId(Ids.next());
    }

    public static AmplificationId of(String text) {
        return new AmplificationId(Id.read(text));
    }
}
