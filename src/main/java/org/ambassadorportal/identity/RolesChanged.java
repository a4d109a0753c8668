package org.ambassadorportal.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;
import org.springframework.modulith.NamedInterface;

/**
 * A role was granted or taken away, or a person became lead or ceased to be; they are told.
 *
 * @param comms whether the person is of the comms team now
 */
@NamedInterface("events")
public record RolesChanged(Addressee to, List<String> fields, boolean comms, Instant at) implements Happened, Mailed {

    public RolesChanged {
        fields = List.copyOf(fields);
    }

    @Override
    public UUID subject() {
        return to.id().value();
    }

    @Override
    public List<Letter> letters() {
        return List.of(new Letter("sign-in.roles", List.of(to), null, Map.of(), null, "/sign-in", null));
    }
}
