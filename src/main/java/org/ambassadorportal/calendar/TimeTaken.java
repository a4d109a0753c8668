package org.ambassadorportal.calendar;

import org.ambassadorportal.kernel.Refusal;

/** Somebody was quicker, or the time is not free for another reason; said at the field {@code starts} of a form. */
public class TimeTaken extends Refusal {

    TimeTaken() {
        super("starts", "calendar.time.taken");
    }
}
