package org.ambassadorportal.identity;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** Which days away. */
@Embeddable
public record AwayId(UUID value) implements Id {

    static AwayId next() {
        return new AwayId(Ids.next());
    }

    public static AwayId of(String text) {
        return new AwayId(Id.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
