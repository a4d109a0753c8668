package org.ambassadorportal.ambassador;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** The id of an ambassador's page. */
@Embeddable
public record AmbassadorId(UUID value) implements Id {

    public static AmbassadorId next() {
        return new AmbassadorId(Ids.next());
    }

    public static AmbassadorId of(String text) {
        return new AmbassadorId(Id.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
