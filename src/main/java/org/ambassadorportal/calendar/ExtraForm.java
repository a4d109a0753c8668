package org.ambassadorportal.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.ambassadorportal.kernel.PlainText;
import org.jspecify.annotations.Nullable;

/** Hours that are there once, as they are typed. A row without anything is none. */
record ExtraForm(
        @Nullable LocalDate date,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes,
        @PlainText(max = 36) @Nullable String offering) {

    static ExtraForm empty() {
        return new ExtraForm(null, null, null, null);
    }

    /** Those that are not over. */
    static List<ExtraForm> of(List<Hours> hours, LocalDate today) {
        return hours.stream()
                .filter(each -> each.day() == null && !each.first().isBefore(today))
                .sorted(Comparator.comparing(Hours::first).thenComparing(Hours::opens))
                .map(each -> new ExtraForm(
                        each.first(), each.opens(), each.closes(), Objects.toString(each.offering(), null)))
                .toList();
    }

    boolean blank() {
        return date == null && opens == null && closes == null;
    }

    /** Whether they go on past midnight. */
    public boolean overMidnight() {
        return opens != null && closes != null && !closes.isAfter(opens);
    }
}
