package org.ambassadorportal.desk;

import java.util.UUID;
import org.ambassadorportal.kernel.Id;
import org.ambassadorportal.kernel.Ids;
import org.jspecify.annotations.Nullable;

/** Which canned reply. */
record CannedId(UUID value) implements Id {

    static CannedId next() {
        return new CannedId(Ids.next());
    }

    public static CannedId of(String text) {
        return new CannedId(Id.read(text));
    }

    /** The same as a value of a row, where there may be none. */
    static @Nullable UUID value(@Nullable CannedId id) {
        return id == null ? null : id.value();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
