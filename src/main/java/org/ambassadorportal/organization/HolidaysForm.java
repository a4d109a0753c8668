package org.ambassadorportal.organization;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.organization.BusinessHours.Holiday;
import org.jspecify.annotations.Nullable;

/**
 * Holidays that were looked at and are to be taken over.
 *
 * @param holidays a day and its name each line, "2026-12-25 Christmas Day"
 */
record HolidaysForm(
        @PlainText(max = 60_000, lines = true) @Nullable String holidays) {

    static HolidaysForm of(HolidayFile file) {
        var lines = file.fresh().stream().map(holiday -> holiday.day() + " " + holiday.name());
        return new HolidaysForm(lines.collect(java.util.stream.Collectors.joining("\n")));
    }

    /**
     * The days.
     *
     * @throws Refusal for the field {@code holidays} when a line is none of ours
     */
    List<Holiday> read() {
        var read = new ArrayList<Holiday>();
        for (var line : holidays == null ? List.<String>of() : holidays.lines().toList()) {
            if (line.isBlank()) continue;
            int blank = line.indexOf(' ');
            if (blank < 0 || read.size() >= HolidayFile.MOST)
                throw new Refusal("holidays", "organization.holidays.wrong", line);
            try {
                read.add(new Holiday(
                        LocalDate.parse(line.substring(0, blank)),
                        line.substring(blank + 1).strip()));
            } catch (DateTimeException noDay) {
                throw new Refusal("holidays", "organization.holidays.wrong", line);
            }
        }
        return read;
    }
}
