package org.ambassadorportal.calendar;

import java.time.Instant;
import java.util.List;
import org.ambassadorportal.identity.DaysAway;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.offering.Offered;
import org.jspecify.annotations.Nullable;

/**
 * All that a host's page shows.
 *
 * @param own whether one looks at one's own
 * @param leads whether one may say who takes how much of the work
 * @param known whether they are a host already
 * @param form what they said
 * @param team whose pages a lead may open
 * @param offerings what hours can be for
 */
record HostPage(
        PersonRow person,
        boolean own,
        boolean leads,
        boolean known,
        HoursForm form,
        List<String> hours,
        HostWeek week,
        List<Away> away,
        @Nullable Instant feedAt,
        Busy busy,
        List<PersonRow> team,
        List<Offered> offerings) {

    /**
     * Days away.
     *
     * @param bookings what was booked before and lies in them
     */
    record Away(DaysAway.Stretch stretch, List<Booked> bookings) {}

    /** Something that was booked, as the team's calendar calls it. */
    record Booked(String title, @Nullable String path, Instant starts) {}

    /**
     * What is known of the host's own calendar.
     *
     * @param name the host name of its address; the address itself is a secret
     * @param problem the key of what went wrong the last time, and a blank and a figure if there is one to say
     */
    record Busy(
            @Nullable String name,
            @Nullable Instant readAt,
            @Nullable Instant triedAt,
            @Nullable String problem) {

        public boolean isSet() {
            return name != null;
        }

        public String problemKey() {
            return problem == null ? "" : problem.replaceFirst(" .*", "");
        }

        /** What the problem's words are filled with. */
        public Object[] problemFacts() {
            int blank = problem == null ? -1 : problem.indexOf(' ');
            return blank < 0 || problem == null ? new Object[0] : new Object[] {problem.substring(blank + 1)};
        }
    }
}
