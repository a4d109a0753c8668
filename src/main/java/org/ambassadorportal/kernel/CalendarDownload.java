package org.ambassadorportal.kernel;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A calendar file as an answer: opened by the calendar of whoever presses the link, and kept nowhere on the way. */
public final class CalendarDownload {

    private CalendarDownload() {}

    /** The calendar's text under this name, which ends in ".ics". */
    public static ResponseEntity<byte[]> of(String name, String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
