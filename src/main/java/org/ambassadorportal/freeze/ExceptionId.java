package org.ambassadorportal.freeze;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** Names an exception; people see its reference instead. */
@Embeddable
public record ExceptionId(UUID value) implements Id {

    static ExceptionId next() {
        return new ExceptionId(Ids.next());
    }

    /** Reads the id in an address. */
    public static ExceptionId of(String text) {
        return new ExceptionId(Id.read(text));
    }
}
