package org.ambassadorportal.desk;

import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** Which saved view. */
record ViewId(UUID value) implements Id {

    static ViewId next() {
        return new ViewId(Ids.next());
    }

    public static ViewId of(String text) {
        return new ViewId(Id.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
