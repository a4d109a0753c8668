package org.ambassadorportal.consultation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.offering.Format;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The second page of each of the three forms: how, how long, and up to three wishes for a day.
 *
 * @param phone where to call; asked only where we call
 * @param times times that suit, in words
 */
record WhenForm(
        @Nullable Format format,
        @PlainText(max = 300) String place,
        @PlainText(max = 40) String phone,
        @Nullable Integer minutes,
        @Nullable LocalDate day1,
        @Nullable LocalTime time1,
        @Nullable LocalDate day2,
        @Nullable LocalTime time2,
        @Nullable LocalDate day3,
        @Nullable LocalTime time3,
        @PlainText(max = 1000, lines = true) String times) {

    @SuppressWarnings("NullAway") // what a browser leaves out arrives as null
    WhenForm {
        place = Objects.requireNonNullElse(place, "").strip();
        phone = Objects.requireNonNullElse(phone, "").strip();
        times = Objects.requireNonNullElse(times, "").strip();
    }

    /** The form as it opens. */
    static WhenForm empty() {
        return new WhenForm(null, "", "", null, null, null, null, null, null, null, "");
    }

    /**
     * What this offering asks and no annotation can say.
     *
     * @param today the day in the organization's zone; a wish for an earlier one is refused
     */
    void check(RequestKind offering, LocalDate today, Errors errors) {
        if (!errors.hasFieldErrors("format")
                && (format == null || !offering.formats().contains(format)))
            errors.rejectValue("format", "consultation.format.missing");
        if (!errors.hasFieldErrors("minutes")
                && (minutes == null || !offering.lengths().contains(minutes)))
            errors.rejectValue("minutes", "consultation.minutes.missing");
        if (format == Format.PHONE && phone.isEmpty()) errors.rejectValue("phone", "consultation.phone.missing");
        if (format == Format.IN_PERSON && place.isEmpty() && offering != RequestKind.CONSULTATION)
            errors.rejectValue("place", "consultation.place.missing");
        wish("1", day1, time1, today, errors);
        wish("2", day2, time2, today, errors);
        wish("3", day3, time3, today, errors);
        boolean mistyped = errors.hasFieldErrors("day1") || errors.hasFieldErrors("time1");
        if (wishes().isEmpty() && times.isEmpty() && !mistyped) errors.rejectValue("day1", "consultation.day.missing");
    }

    private static void wish(
            String which, @Nullable LocalDate day, @Nullable LocalTime time, LocalDate today, Errors errors) {
        if (errors.hasFieldErrors("day" + which)) return;
        if (day == null && time != null) errors.rejectValue("day" + which, "consultation.day.alone");
        if (day != null && day.isBefore(today)) errors.rejectValue("day" + which, "consultation.day.past");
        if (day != null && day.isAfter(today.plusYears(2))) errors.rejectValue("day" + which, "consultation.day.far");
    }

    /** The wishes that were made, the first first. */
    List<Wish> wishes() {
        var wishes = new ArrayList<Wish>();
        if (day1 != null) wishes.add(new Wish(day1, time1));
        if (day2 != null) wishes.add(new Wish(day2, time2));
        if (day3 != null) wishes.add(new Wish(day3, time3));
        return wishes;
    }
}
