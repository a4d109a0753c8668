package org.ambassadorportal.consultation;

import org.ambassadorportal.calendar.FairShare;
import org.ambassadorportal.calendar.Given;

/**
 * Why a booking went to its host.
 *
 * @param recent how many bookings the host was given in the 30 days before
 */
record Why(FairShare.Reason reason, int recent) {

    static Why of(Given given) {
        return new Why(given.reason(), given.recent());
    }
}
