package org.ambassadorportal.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads hours off a wall clock. Somebody who is there from nine to five is there whenever the clock on their wall shows
 * a time from nine to five: the hour that a clock change leaves out is not, the hour that comes twice is there twice.
 */
class WallTime {

    /** A stretch in which the clock runs evenly. */
    private record Even(Instant from, Instant until, ZoneOffset offset) {}

    private final List<Even> stretches = new ArrayList<>();

    /** The clock of a zone, good for moments inside the window. */
    WallTime(ZoneId zone, Span window) {
        var rules = zone.getRules();
        var from = window.from();
        while (from.isBefore(window.until())) {
            var change = rules.nextTransition(from);
            var until = change == null || change.getInstant().isAfter(window.until())
                    ? window.until()
                    : change.getInstant();
            stretches.add(new Even(from, until, rules.getOffset(from)));
            from = until;
        }
    }

    /** The moments inside the window at which the clock shows a time from {@code from} until before {@code until}. */
    void between(LocalDateTime from, LocalDateTime until, List<Span> into) {
        for (var even : stretches) {
            var begin = from.toInstant(even.offset());
            var end = until.toInstant(even.offset());
            if (begin.isBefore(even.from())) begin = even.from();
            if (end.isAfter(even.until())) end = even.until();
            if (begin.isBefore(end)) into.add(new Span(begin, end));
        }
    }

    /** The moments inside the window of whole days, the last one included. */
    void days(LocalDate first, LocalDate last, List<Span> into) {
        between(first.atStartOfDay(), last.plusDays(1).atStartOfDay(), into);
    }
}
