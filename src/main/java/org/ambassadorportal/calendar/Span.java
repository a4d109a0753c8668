package org.ambassadorportal.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A stretch of time: from a moment, that included, until another, that not. */
public record Span(Instant from, Instant until) {

    public Span {
        if (!from.isBefore(until)) throw new IllegalArgumentException("a span must last: " + from + " to " + until);
    }

    public static Span of(Instant from, Duration length) {
        return new Span(from, from.plus(length));
    }

    public boolean overlaps(Span other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    public boolean holds(Span other) {
        return !other.from.isBefore(from) && !other.until.isAfter(until);
    }

    /** The part of this one that lies in another, if there is one. */
    Optional<Span> within(Span other) {
        var begin = from.isBefore(other.from) ? other.from : from;
        var end = until.isAfter(other.until) ? other.until : until;
        return begin.isBefore(end) ? Optional.of(new Span(begin, end)) : Optional.empty();
    }

    /** This one with time kept free around it. */
    Span with(Duration before, Duration after) {
        return new Span(from.minus(before), until.plus(after));
    }

    /** The same stretches in order, with those that touch or overlap made one. */
    static List<Span> union(List<Span> spans) {
        var joined = new ArrayList<Span>();
        for (var span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || last.until.isBefore(span.from)) joined.add(span);
            else if (last.until.isBefore(span.until)) joined.set(joined.size() - 1, new Span(last.from, span.until));
        }
        return joined;
    }

    /** What is left of some stretches without others; both in order and apart, as {@link #union} leaves them. */
    static List<Span> minus(List<Span> spans, List<Span> taken) {
        var left = new ArrayList<Span>();
        int next = 0;
        for (var span : spans) {
            var from = span.from;
            while (next > 0 && taken.get(next - 1).until.isAfter(from)) next--;
            while (next < taken.size() && !taken.get(next).until.isAfter(from)) next++;
            for (int at = next; at < taken.size() && taken.get(at).from.isBefore(span.until); at++) {
                var hole = taken.get(at);
                if (from.isBefore(hole.from)) left.add(new Span(from, hole.from));
                if (hole.until.isAfter(from)) from = hole.until;
            }
            if (from.isBefore(span.until)) left.add(new Span(from, span.until));
        }
        return left;
    }
}
