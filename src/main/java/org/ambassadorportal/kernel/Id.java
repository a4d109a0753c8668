package org.ambassadorportal.kernel;

import java.io.Serializable;
import java.util.UUID;

/**
 * A typed identifier around a UUIDv7 that the application makes itself. Each implementation is an embeddable record
 * with one component, {@code value}; it has a static {@code of(String)}, by which Spring binds path variables.
 */
public interface Id extends Serializable {

    UUID value();

    /** The text of an id, as it stands in an address; a text that is none is answered like an address that leads nowhere. */
    static UUID read(String text) {
        if (text.length() != 36) throw new NotFound();
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound();
        }
    }
}
