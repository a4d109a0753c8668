package org.ambassadorportal.calendar;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A host's bookings at their secret address, for a calendar that subscribes to it. */
@Controller
class FeedPages {

    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final HostCalendars calendars;

    FeedPages(HostCalendars calendars) {
        this.calendars = calendars;
    }

    @GetMapping("/calendars/{token}.ics")
    ResponseEntity<String> bookings(@PathVariable String token) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bookings.ics\"")
                .header("X-Robots-Tag", "noindex")
                .body(calendars.bookings(token));
    }
}
