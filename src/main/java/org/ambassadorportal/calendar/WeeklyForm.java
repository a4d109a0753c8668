package org.ambassadorportal.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.offering.OfferingId;
import org.jspecify.annotations.Nullable;

/**
 * Hours of each week, on one or several days, as they are typed. A row without times is none.
 *
 * @param first from this day on; today when it is left out
 * @param last until this day, included; without an end when it is left out
 * @param offering the one thing they are for; all when it is left out
 */
record WeeklyForm(
        @Nullable Set<DayOfWeek> days,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        @PlainText(max = 36) @Nullable String offering) {

    private record Same(
            LocalTime opens,
            LocalTime closes,
            LocalDate first,
            @Nullable LocalDate last,
            @Nullable OfferingId offering) {}

    WeeklyForm {
        days = days == null
                ? Set.of()
                : Set.copyOf(days.stream().filter(Objects::nonNull).toList());
    }

    static WeeklyForm empty(Set<DayOfWeek> days) {
        return new WeeklyForm(days, null, null, null, null, null);
    }

    /** Stored hours, with those that differ in their day alone in one row. */
    static List<WeeklyForm> of(List<Hours> hours) {
        var rows = new LinkedHashMap<Same, Set<DayOfWeek>>();
        hours.stream()
                .filter(each -> each.day() != null)
                .sorted(java.util.Comparator.comparing((Hours each) -> Objects.requireNonNull(each.day()))
                        .thenComparing(Hours::opens)
                        .thenComparing(Hours::first))
                .forEach(each -> rows.computeIfAbsent(
                                new Same(each.opens(), each.closes(), each.first(), each.last(), each.offering()),
                                any -> EnumSet.noneOf(DayOfWeek.class))
                        .add(Objects.requireNonNull(each.day())));
        return rows.entrySet().stream()
                .map(row -> new WeeklyForm(
                        row.getValue(),
                        row.getKey().opens(),
                        row.getKey().closes(),
                        row.getKey().first(),
                        row.getKey().last(),
                        Objects.toString(row.getKey().offering(), null)))
                .toList();
    }

    boolean blank() {
        return opens == null && closes == null;
    }

    /** Whether they go on past midnight. */
    public boolean overMidnight() {
        return opens != null && closes != null && !closes.isAfter(opens);
    }

    /** Whether there is more to them than days, times and a beginning. */
    public boolean special() {
        return last != null || (offering != null && !offering.isBlank());
    }
}
