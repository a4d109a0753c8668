package org.ambassadorportal.insights;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** The months a table is about, in order, none left out. */
record Months(List<YearMonth> all) {

    Months {
        all = List.copyOf(all);
    }

    static Months between(YearMonth first, YearMonth last) {
        return new Months(Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList());
    }

    YearMonth first() {
        return all.getFirst();
    }

    YearMonth last() {
        return all.getLast();
    }

    int size() {
        return all.size();
    }
}
