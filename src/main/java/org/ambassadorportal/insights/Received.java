package org.ambassadorportal.insights;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ambassadorportal.desk.DeskFigures.InMonth;

/**
 * How many requests came in, by kind and month.
 *
 * @param kinds from the kind that is asked for most to the one that is asked for least
 */
record Received(Months months, List<OfKind> kinds) {

    /** The numbers of one kind, a month each, in the order of the months. */
    record OfKind(String kind, List<Long> counts) {

        OfKind {
            counts = List.copyOf(counts);
        }

        public long total() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }

        long between(int from, int to) {
            return counts.subList(from, to).stream().mapToLong(Long::longValue).sum();
        }
    }

    Received {
        kinds = List.copyOf(kinds);
    }

    /** Sorts what was counted into the months; what lies outside of them is left out. */
    static Received of(Months months, List<InMonth> counted) {
        var numbers = new HashMap<String, Map<YearMonth, Long>>();
        for (var count : counted) {
            if (count.month().isBefore(months.first()) || count.month().isAfter(months.last())) continue;
            numbers.computeIfAbsent(count.kind(), kind -> new HashMap<>())
                    .merge(count.month(), count.items(), Long::sum);
        }
        var kinds = numbers.entrySet().stream()
                .map(kind -> new OfKind(
                        kind.getKey(),
                        months.all().stream()
                                .map(month -> kind.getValue().getOrDefault(month, 0L))
                                .toList()))
                .sorted(Comparator.comparingLong(OfKind::total).reversed().thenComparing(OfKind::kind))
                .toList();
        return new Received(months, kinds);
    }

    public long total() {
        return kinds.stream().mapToLong(OfKind::total).sum();
    }

    public boolean none() {
        return kinds.isEmpty();
    }
}
