package org.ambassadorportal.consultation;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.ambassadorportal.offering.Format;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Pages of calendars on the web that open with a booking filled in. Templates call it {@code @calendarLinks}. */
@Component("calendarLinks")
class CalendarLinks {

    private static final DateTimeFormatter PLAIN =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final MessageSource messages;

    CalendarLinks(MessageSource messages) {
        this.messages = messages;
    }

    record Entry(String google, String outlook) {}

    public Entry of(ConsultationPage page) {
        var slot = Objects.requireNonNull(page.booking());
        var title = say("booking.calendar.title", page.topic());
        var details = say("booking.calendar.details", slot.hostName(), page.reference());
        var place = where(slot);
        var google = "https://calendar.google.com/calendar/render?action=TEMPLATE&text=" + encoded(title) + "&dates="
                + PLAIN.format(slot.starts()) + "/" + PLAIN.format(slot.ends()) + "&details=" + encoded(details)
                + "&location=" + encoded(place);
        var outlook = "https://outlook.office.com/calendar/0/deeplink/compose?rru=addevent&subject=" + encoded(title)
                + "&startdt=" + encoded(slot.starts().toString()) + "&enddt="
                + encoded(slot.ends().toString())
                + "&body=" + encoded(details) + "&location=" + encoded(place);
        return new Entry(google, outlook);
    }

    private static String where(ConsultationPage.Held slot) {
        return slot.format() == Format.PHONE || slot.place() == null ? "" : slot.place();
    }

    private static String encoded(@Nullable String text) {
        return UriUtils.encode(text == null ? "" : text, StandardCharsets.UTF_8);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
