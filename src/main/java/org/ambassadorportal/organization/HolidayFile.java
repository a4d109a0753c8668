package org.ambassadorportal.organization;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.ambassadorportal.kernel.CalendarFile;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.organization.BusinessHours.Holiday;

/**
 * Holidays out of a calendar file, before they are taken over.
 *
 * @param fresh what is not known yet, in order
 * @param known how many days are holidays already, whatever their name
 * @param timed how many entries take hours and no whole day, and are left out
 */
record HolidayFile(List<Holiday> fresh, int known, int timed) {

    static final CalendarFile.Limits LIMITS = new CalendarFile.Limits(1024 * 1024, 2_000, 5_000);

    /** So many at once; a calendar of holidays has about a dozen a year. */
    static final int MOST = 300;

    /** Further ahead nobody books, and calendars of holidays repeat forever. */
    private static final int YEARS_AHEAD = 3;

    private static final int LONGEST_NAME = 120;

    HolidayFile {
        fresh = List.copyOf(fresh);
    }

    /**
     * Reads a file: whole days from the beginning of this year on, for the next years.
     *
     * @throws Refusal for the field {@code file}, with words of its own for each limit and for what is no calendar
     */
    static HolidayFile read(byte[] bytes, OrganizationFacts facts, LocalDate today) {
        var zone = facts.zone();
        var first = today.withDayOfYear(1);
        var end = first.plusYears(YEARS_AHEAD + 1L);
        var days = new TreeMap<LocalDate, String>();
        int timed = 0;
        for (var entry : entries(bytes, zone, first, end)) {
            if (!entry.isWholeDays()) timed++;
            else spread(entry, zone, first, end, days);
        }
        var known = facts.hours().holidays().stream().map(Holiday::day).toList();
        var fresh = new ArrayList<Holiday>();
        days.forEach((day, name) -> {
            if (!known.contains(day)) fresh.add(new Holiday(day, name));
        });
        if (fresh.size() > MOST) throw new Refusal("file", "holidays.many", MOST);
        return new HolidayFile(fresh, days.size() - fresh.size(), timed);
    }

    private static List<CalendarFile.Entry> entries(byte[] bytes, ZoneId zone, LocalDate first, LocalDate end) {
        try {
            return CalendarFile.read(
                    bytes,
                    zone,
                    first.atStartOfDay(zone).toInstant(),
                    end.atStartOfDay(zone).toInstant(),
                    LIMITS);
        } catch (CalendarFile.Unreadable unreadable) {
            throw new Refusal("file", unreadable.key(), unreadable.getArguments());
        }
    }

    private static void spread(
            CalendarFile.Entry entry, ZoneId zone, LocalDate first, LocalDate end, TreeMap<LocalDate, String> into) {
        var last = entry.until().atZone(zone).toLocalDate();
        for (var day = entry.from().atZone(zone).toLocalDate(); day.isBefore(last); day = day.plusDays(1))
            if (!day.isBefore(first) && day.isBefore(end)) into.putIfAbsent(day, name(entry.name()));
    }

    private static String name(String written) {
        var name = written.replaceAll("\\p{Cc}+", " ").strip();
        if (name.isEmpty()) return "Holiday";
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }
}
