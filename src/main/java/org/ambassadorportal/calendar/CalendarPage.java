package org.ambassadorportal.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.ambassadorportal.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The team's calendar as one page shows it.
 *
 * @param hosts all hosts, by name
 * @param columns for a picture with a scale of hours: the days of one host, or the hosts of one day; otherwise empty
 * @param rota for the week of all hosts: a line each, with its days
 * @param hours the labels of the scale
 */
record CalendarPage(
        CalendarView view,
        LocalDate today,
        List<HostName> hosts,
        List<Column> columns,
        List<Line> rota,
        List<LocalTime> hours) {

    /** A host by name; {@code zone} where it is another than the organization's. */
    record HostName(PersonId value, String label, @Nullable String zone) {}

    /** A stretch in which a host is there, in quarters of an hour from 1. */
    record There(int row, int rows) {}

    /**
     * A day of a host.
     *
     * @param away whether the host is away, or it is a holiday
     * @param holiday its name, if the organization has one
     * @param present the hours in words, "9:00 am – 5:00 pm"
     */
    record Column(
            HostName host,
            LocalDate day,
            boolean away,
            @Nullable String holiday,
            List<String> present,
            List<There> there,
            List<CalendarEntry> entries) {}

    /** A week of a host. */
    record Line(HostName host, List<Column> days) {}

    public boolean nobody() {
        return hosts.isEmpty();
    }
}
