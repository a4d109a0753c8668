package org.ambassadorportal.consultation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.offering.Format;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A time that the comms team sets or proposes.
 *
 * @param host the id of an enabled person of the comms team
 * @param message to the requester
 */
record SlotForm(
        @Nullable LocalDate day,
        @Nullable LocalTime time,
        @Nullable Integer minutes,
        @Nullable PersonId host,
        @Nullable Format format,
        @PlainText(max = 300) String place,
        @PlainText(max = 2000, lines = true) String message,
        @Nullable Long version) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    SlotForm {
        place = Objects.requireNonNullElse(place, "").strip();
        message = Objects.requireNonNullElse(message, "").strip();
    }

    /** The form as it opens: the time that was proposed or wished for first, with the viewer as host. */
    static SlotForm suggested(ConsultationPage page, PersonId viewer, ZoneId zone) {
        var booking = page.booking();
        if (booking != null && booking.state() != BookingState.CANCELED) {
            var at = booking.starts().atZone(zone);
            return new SlotForm(
                    at.toLocalDate(),
                    at.toLocalTime(),
                    booking.minutes(),
                    booking.host(),
                    booking.format(),
                    Objects.requireNonNullElse(booking.place(), ""),
                    "",
                    page.version());
        }
        var wish = page.wishes().isEmpty() ? null : page.wishes().getFirst();
        return new SlotForm(
                wish == null ? null : wish.day(),
                wish == null ? null : wish.time(),
                page.minutes(),
                viewer,
                page.format(),
                Objects.requireNonNullElse(page.place(), ""),
                "",
                page.version());
    }

    void check(Errors errors) {
        require(day, "day", errors);
        require(time, "time", errors);
        require(host, "host", errors);
        require(format, "format", errors);
        require(minutes, "minutes", errors);
        if (minutes != null && (minutes < 10 || minutes > 480))
            errors.rejectValue("minutes", "consultation.slot.length");
        if (format == Format.IN_PERSON && place.isEmpty())
            errors.rejectValue("place", "consultation.slot.place.missing");
    }

    private static void require(@Nullable Object value, String field, Errors errors) {
        if (value == null && !errors.hasFieldErrors(field))
            errors.rejectValue(field, "consultation.slot." + field + ".missing");
    }

    /**
     * The slot on the organization's clock.
     *
     * @throws Refusal when the clocks skip this hour
     */
    Slot slot(ZoneId zone) {
        var at = LocalDateTime.of(Objects.requireNonNull(day), Objects.requireNonNull(time));
        if (zone.getRules().getValidOffsets(at).isEmpty()) throw new Refusal("time", "consultation.slot.skipped");
        return new Slot(
                at.atZone(zone).toInstant(),
                Objects.requireNonNull(minutes),
                Objects.requireNonNull(host),
                Objects.requireNonNull(format),
                place.isEmpty() ? null : place);
    }
}
