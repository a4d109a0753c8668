package org.ambassadorportal.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done to many items at once. */
enum BulkAct {
    ASSIGN,
    TAG,
    UNTAG,
    STATUS,
    PRIORITY,
    REPLY,
    SETTLE;

    static Optional<BulkAct> of(@Nullable String key) {
        return Arrays.stream(values()).filter(act -> act.key().equals(key)).findFirst();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
