package org.ambassadorportal.insights;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.ambassadorportal.desk.DeskFigures.Answer;
import org.ambassadorportal.organization.BusinessHours;

/**
 * How long the requests of a kind waited for their first answer, in business hours.
 *
 * @param answered how many have an answer
 * @param inTime how many had it within a working day
 * @param due how many have an answer, or should have one by now
 * @param median of those that are answered
 * @param day how long a working day is
 */
record FirstAnswers(String kind, int answered, int inTime, int due, Duration median, Duration day) {

    /** Sums up by kind, the slowest last; kinds without any answer are left out. */
    static List<FirstAnswers> of(List<Answer> requests, BusinessHours hours, ZoneId zone, Instant now) {
        var day = Duration.between(hours.opens(), hours.closes());
        var kinds = new TreeMap<String, List<Answer>>();
        requests.forEach(request ->
                kinds.computeIfAbsent(request.kind(), kind -> new ArrayList<>()).add(request));
        var summed = new ArrayList<FirstAnswers>();
        kinds.forEach((kind, all) -> {
            var waits = new ArrayList<Duration>();
            int inTime = 0;
            int due = 0;
            for (var request : all) {
                var first = request.answered();
                var waited = hours.between(request.received(), first == null ? now : first, zone);
                if (first != null) waits.add(waited);
                if (first != null && waited.compareTo(day) <= 0) inTime++;
                if (first != null || waited.compareTo(day) > 0) due++;
            }
            if (!waits.isEmpty()) summed.add(new FirstAnswers(kind, waits.size(), inTime, due, middle(waits), day));
        });
        summed.sort(Comparator.comparing(FirstAnswers::median).thenComparing(FirstAnswers::kind));
        return summed;
    }

    /** Whether half of them or more waited for longer than a working day. */
    public boolean slow() {
        return median.compareTo(day) > 0;
    }

    /** The median in hours, to one decimal. */
    public double hours() {
        return Math.round(median.toMinutes() / 6.0) / 10.0;
    }

    private static Duration middle(List<Duration> waits) {
        waits.sort(null);
        int middle = waits.size() / 2;
        return waits.size() % 2 == 1
                ? waits.get(middle)
                : waits.get(middle - 1).plus(waits.get(middle)).dividedBy(2);
    }
}
