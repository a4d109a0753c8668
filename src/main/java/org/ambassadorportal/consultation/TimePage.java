package org.ambassadorportal.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The free times of a month.
 *
 * @param path of this page
 * @param zone in which all times are said
 * @param home the organization's zone
 * @param before the month before; {@code null} where all of it is past
 * @param after the month after; {@code null} where it is too far ahead
 * @param weeks of the month, Sunday to Saturday
 * @param day the day whose times are shown; {@code null} where no day of the month has any
 * @param days those that have free times, with them
 * @param list whether all days are shown one below the other
 * @param total how many free times the month has
 * @param next the next ones after a time that was taken; else empty
 */
record TimePage(
        String path,
        ZoneId zone,
        ZoneId home,
        YearMonth month,
        @Nullable YearMonth before,
        @Nullable YearMonth after,
        List<Week> weeks,
        @Nullable LocalDate day,
        List<Day> days,
        boolean list,
        int total,
        List<Time> next) {

    /** A row of the month. */
    record Week(LocalDate first, List<Cell> cells) {}

    /**
     * A day in the table.
     *
     * @param free how many times are free
     */
    record Cell(LocalDate day, int free, boolean inMonth, boolean chosen, boolean today) {}

    /** A day with its free times. */
    record Day(LocalDate day, List<Part> parts, int count) {}

    /** The times of a morning, an afternoon or an evening. */
    record Part(String key, List<Time> times) {}

    /**
     * A free time.
     *
     * @param familiar whether the host one had before is free
     */
    record Time(Instant starts, boolean familiar) {

        public String value() {
            return starts.toString();
        }
    }

    /** Whether times are said in another zone than the organization's. */
    public boolean isAbroad() {
        return !zone.equals(home);
    }

    /** The day whose times are shown. */
    public @Nullable Day shown() {
        return days.stream().filter(one -> one.day().equals(day)).findFirst().orElse(null);
    }

    /** The time a radio button stands for, among all that can be seen. */
    public boolean isEmpty() {
        return days.isEmpty();
    }

    public List<Zones.Group> zones() {
        return Zones.groups();
    }

    public String toDay(LocalDate wanted) {
        return address(YearMonth.from(wanted), wanted, list);
    }

    public String toMonth(YearMonth wanted) {
        return address(wanted, null, list);
    }

    public String asList() {
        return address(month, null, true);
    }

    public String asMonth() {
        return address(month, day, false);
    }

    /** The name of a month for {@code @when}. */
    public LocalDate first(YearMonth of) {
        return of.atDay(1);
    }

    public String monthText() {
        return month.toString();
    }

    private String address(YearMonth wanted, @Nullable LocalDate onDay, boolean asList) {
        var address = UriComponentsBuilder.fromPath(path);
        if (isAbroad()) address.queryParam("zone", zone.getId());
        if (onDay != null) address.queryParam("day", onDay);
        else address.queryParam("month", wanted);
        if (asList) address.queryParam("view", "list");
        return address.encode(java.nio.charset.StandardCharsets.UTF_8).build().toUriString();
    }

    static String part(int hour) {
        var part = hour < 12 ? "MORNING" : hour < 17 ? "AFTERNOON" : "EVENING";
        return "booking.part." + part.toLowerCase(Locale.ROOT);
    }
}
