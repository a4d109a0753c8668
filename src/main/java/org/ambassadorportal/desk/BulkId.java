package org.ambassadorportal.desk;

import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;

/** Which thing that is done to many items. */
record BulkId(UUID value) implements Id {

    static BulkId next() {
        return new BulkId(Ids.next());
    }

    public static BulkId of(String text) {
        return new BulkId(Id.read(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
