package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.Instant;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By when the team answers a request for the first time. Whoever promises a time to a requester asks here. */
@Component
class FirstResponse {

    private final Clocks clocks;
    private final When when;
    private final Clock clock;

    FirstResponse(Clocks clocks, When when, Clock clock) {
        this.clocks = clocks;
        this.when = when;
        this.clock = clock;
    }

    /**
     * A time that was promised.
     *
     * @param words "Tuesday, Nov 24, 3 pm"
     * @param passed whether it is over, and nobody has answered
     */
    record Promise(Instant by, String words, boolean passed) {}

    /** What was promised about an item; {@code null} once it was answered, or needs no answer any more. */
    @Nullable Promise of(ItemRow item) {
        boolean open = item.firstResponseAt() == null && !item.status().isOver();
        return open ? to(item.kind(), item.receivedAt()) : null;
    }

    /**
     * By when the team means to be done with an item that was answered; {@code null} while that cannot be said: before
     * the first answer, while its requester or a date is waited for, and once it is over.
     */
    @Nullable Promise whole(ItemRow item) {
        var due = item.dueAt();
        if (due == null || item.firstResponseAt() == null || item.status() != Status.OPEN) return null;
        return new Promise(due, when.moment(due), due.isBefore(clock.instant()));
    }

    /** What is promised for a request of this kind that came in at this moment. */
    Promise to(String kind, Instant received) {
        var goals = clocks.goals(kind, Priority.NORMAL);
        var by = clocks.time().halfHourAfter(received, goals.firstResponse());
        return new Promise(by, when.moment(by), by.isBefore(clock.instant()));
    }
}
