package org.ambassadorportal.identity;

import org.springframework.modulith.NamedInterface;

/**
 * What a mail brings for the calendar of whoever gets it.
 *
 * @param method what the calendar is to do with it, by its iCalendar name: {@code REQUEST} or {@code CANCEL} (RFC 5546)
 * @param text the calendar file
 */
@NamedInterface("events")
public record CalendarPart(String method, String text) {

    public CalendarPart {
        // Stands in a header of the mail.
        if (!method.matches("[A-Za-z]{1,20}")) throw new IllegalArgumentException("No calendar method: " + method);
    }

    /** Whether it takes an entry away. */
    public boolean cancels() {
        return method.equals("CANCEL");
    }
}
