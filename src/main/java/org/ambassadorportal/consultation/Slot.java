package org.ambassadorportal.consultation;

import java.time.Instant;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.offering.Format;
import org.jspecify.annotations.Nullable;

/**
 * A time with everything one must know of it.
 *
 * @param minutes how long
 * @param place the room, or the video address
 */
record Slot(
        Instant starts,
        int minutes,
        PersonId host,
        Format format,
        @Nullable String place) {

    /** Nobody can be invited to a time that has begun. */
    void mustLieAfter(Instant now) {
        if (!starts.isAfter(now)) throw new Refusal("day", "consultation.slot.past");
    }
}
