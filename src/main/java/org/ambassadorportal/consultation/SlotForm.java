package org.ambassadorportal.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.offering.Format;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A time that the comms team sets or proposes.
 *
 * @param starts one of the free times that were offered; without it, day and time are typed
 * @param host the id of an enabled person of the comms team; without it, the fairest who is free
 * @param message to the requester
 * @param anyway whether it may lie outside of the host's hours
 * @param agreed whether the requester agreed to it already, by telephone perhaps; a meeting of theirs takes place when
 *     they said, and any other time is offered to them first
 */
record SlotForm(
        @Nullable Instant starts,
        @Nullable LocalDate day,
        @Nullable LocalTime time,
        @Nullable Integer minutes,
        @PlainText(max = 36) String host,
        @Nullable Format format,
        @PlainText(max = 300) String place,
        @PlainText(max = 2000, lines = true) String message,
        @Nullable Boolean anyway,
        @Nullable Boolean agreed,
        @Nullable Long version) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    SlotForm {
        host = Objects.requireNonNullElse(host, "").strip();
        place = Objects.requireNonNullElse(place, "").strip();
        message = Objects.requireNonNullElse(message, "").strip();
        anyway = Boolean.TRUE.equals(anyway);
        agreed = Boolean.TRUE.equals(agreed);
    }

    /** The form as it opens: the time that was proposed, or wished for first. */
    static SlotForm suggested(ConsultationPage page, ZoneId zone) {
        var booking = page.booking();
        if (booking != null && booking.state() != BookingState.CANCELED) {
            var at = booking.starts().atZone(zone);
            return new SlotForm(
                    null,
                    at.toLocalDate(),
                    at.toLocalTime(),
                    booking.minutes(),
                    booking.host().toString(),
                    booking.format(),
                    Objects.requireNonNullElse(booking.place(), ""),
                    "",
                    false,
                    false,
                    page.version());
        }
        var wish = page.wishes().isEmpty() ? null : page.wishes().getFirst();
        return new SlotForm(
                null,
                wish == null ? null : wish.day(),
                wish == null ? null : wish.time(),
                page.minutes(),
                "",
                page.format(),
                Objects.requireNonNullElse(page.place(), ""),
                "",
                false,
                false,
                page.version());
    }

    void check(Errors errors) {
        checkTime(starts, day, time, errors);
        require(format, "format", errors);
        require(minutes, "minutes", errors);
        if (minutes != null && (minutes < 10 || minutes > 480))
            errors.rejectValue("minutes", "consultation.slot.length");
        if (format == Format.IN_PERSON && place.isEmpty())
            errors.rejectValue("place", "consultation.slot.place.missing");
    }

    /**
     * The host who was chosen; {@code null} for the fairest.
     *
     * @throws Refusal when it names nobody
     */
    @Nullable PersonId chosenHost() {
        if (host.isEmpty()) return null;
        try {
            return PersonId.of(host);
        } catch (NotFound nobody) {
            throw new Refusal("host", "consultation.slot.host.unknown");
        }
    }

    /** A time is chosen or typed. */
    static void checkTime(@Nullable Instant starts, @Nullable LocalDate day, @Nullable LocalTime time, Errors errors) {
        if (starts != null) return;
        require(day, "day", errors);
        require(time, "time", errors);
    }

    private static void require(@Nullable Object value, String field, Errors errors) {
        if (value == null && !errors.hasFieldErrors(field))
            errors.rejectValue(field, "consultation.slot." + field + ".missing");
    }

    /**
     * When it begins: the time that was chosen, or the typed one on the organization's clock.
     *
     * @throws Refusal when the clocks skip this hour
     */
    Instant starts(ZoneId zone) {
        if (starts != null) return starts;
        var at = LocalDateTime.of(Objects.requireNonNull(day), Objects.requireNonNull(time));
        if (zone.getRules().getValidOffsets(at).isEmpty()) throw new Refusal("time", "consultation.slot.skipped");
        return at.atZone(zone).toInstant();
    }
}
