package org.ambassadorportal.identity;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** The id of a person. */
@Embeddable
public record PersonId(UUID value) implements Id {

    public static PersonId next() {
        return new PersonId(Ids.next());
    }

    public static PersonId of(String text) {
        return new PersonId(Id.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
