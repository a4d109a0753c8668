package org.ambassadorportal.training;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** Which class. */
@Embeddable
public record ClassId(UUID value) implements Id {

    static ClassId next() {
        return new ClassId(Ids.next());
    }

    /** Reads the id in an address. */
    public static ClassId of(String text) {
        return new ClassId(Id.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
