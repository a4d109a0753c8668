package org.ambassadorportal.desk;

import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** Which canned reply. */
record CannedId(UUID value) implements Id {

    static CannedId next() {
        return new CannedId(Ids.next());
    }

    public static CannedId of(String text) {
        return new CannedId(Id.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
