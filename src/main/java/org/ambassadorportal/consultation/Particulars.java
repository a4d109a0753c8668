package org.ambassadorportal.consultation;

import java.time.ZoneId;
import java.util.List;
import org.ambassadorportal.offering.OfferingId;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of the offering it is for.
 *
 * @param zone in which the requester reads times; {@code null} for the organization's
 */
record Particulars(OfferingId offering, @Nullable ZoneId zone, List<Guest> guests, List<Reply> replies) {

    Particulars {
        guests = List.copyOf(guests);
        replies = List.copyOf(replies);
    }
}
