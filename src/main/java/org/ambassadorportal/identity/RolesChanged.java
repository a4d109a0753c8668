package org.ambassadorportal.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.kernel.Happened;

/** A role was granted or taken away, or a person became lead or ceased to be. */
record RolesChanged(PersonId person, List<String> fields, Instant at) implements Happened {

    RolesChanged {
        fields = List.copyOf(fields);
    }

    @Override
    public UUID subject() {
        return person.value();
    }
}
