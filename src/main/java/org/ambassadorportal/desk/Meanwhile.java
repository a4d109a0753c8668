package org.ambassadorportal.desk;

import java.time.Instant;
import java.util.List;
import org.ambassadorportal.kernel.Conflict;
import org.jspecify.annotations.Nullable;

/**
 * What happened while somebody was writing, for the page that says that it came too late.
 *
 * @param error what cannot be done any more
 * @param by who did something, {@code null} where it cannot be told
 * @param settled whether that settled the item
 * @param said what they said to the requester, or the requester to us; {@code null} where it was something else
 * @param typed what the late one had typed, to be taken along
 */
record Meanwhile(
        Conflict error,
        @Nullable String by,
        @Nullable Instant at,
        boolean settled,
        @Nullable ThreadLine said,
        List<String> typed) {}
