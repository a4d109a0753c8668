package org.ambassadorportal.training;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.Required;
import org.ambassadorportal.kernel.WebLinks;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.Offered;
import org.ambassadorportal.offering.OfferingId;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A class as the team announces or changes it.
 *
 * @param outside takes the host's time knowingly outside their hours
 * @param version the version the form was opened on; empty for a new class
 */
record ClassForm(
        @Nullable OfferingId offering,

        @NotBlank(message = "{training.form.title.missing}") @PlainText(max = 120) @Nullable String title,

        @PlainText(max = 4_000, lines = true) @Nullable String about,

        @Required(message = "{training.form.day.missing}") @Nullable LocalDate day,

        @Required(message = "{training.form.time.missing}") @Nullable LocalTime time,

        @Required(message = "{training.form.minutes.missing}")
        @Min(value = 15, message = "{training.form.minutes.range}") @Max(value = 480, message = "{training.form.minutes.range}") @Nullable Integer minutes,

        @Required(message = "{training.form.host.missing}") @Nullable PersonId host,

        @Nullable Boolean outside,

        @Required(message = "{training.form.format.missing}") @Nullable Format format,

        @PlainText(max = 300) @Nullable String place,

        @Required(message = "{training.form.seats.missing}")
        @Min(value = 1, message = "{training.form.seats.range}") @Max(value = 1000, message = "{training.form.seats.range}") @Nullable Integer seats,

        @Nullable Long version,
        @PlainText(max = 36) @Nullable String once) {

    /** What is usual for an offering. */
    static ClassForm of(@Nullable Offered offered, PersonId host) {
        return new ClassForm(
                offered == null ? null : offered.id(),
                null,
                offered == null ? null : offered.about(),
                null,
                null,
                offered == null ? null : offered.lengths().getFirst(),
                host,
                null,
                null,
                null,
                offered == null ? null : offered.seats(),
                null,
                Ids.next().toString());
    }

    static ClassForm of(ClassPage.Facts facts, ZoneId zone) {
        var starts = facts.starts().atZone(zone);
        return new ClassForm(
                facts.offering(),
                facts.title(),
                facts.about(),
                starts.toLocalDate(),
                starts.toLocalTime(),
                facts.minutes(),
                facts.host(),
                null,
                facts.format(),
                facts.place(),
                facts.seats(),
                facts.version(),
                null);
    }

    /** The same words on the present version: sent again, they win. */
    ClassForm on(long present) {
        return new ClassForm(
                offering, title, about, day, time, minutes, host, outside, format, place, seats, present, once);
    }

    void check(Errors errors) {
        boolean where = place != null && !place.isBlank();
        if (format == Format.IN_PERSON && !where) errors.rejectValue("place", "training.form.place.missing");
        if (format == Format.VIDEO && where && WebLinks.read(place).isEmpty())
            errors.rejectValue("place", "training.form.place.link");
    }

    boolean knowinglyOutside() {
        return Boolean.TRUE.equals(outside);
    }

    int seated() {
        return Objects.requireNonNull(seats);
    }

    /**
     * The plan on the clock of a zone.
     *
     * @throws Refusal at "time" when the clocks skip it
     */
    ClassPlan plan(ZoneId zone) {
        return new ClassPlan(
                Objects.requireNonNull(title).strip(),
                Objects.requireNonNullElse(about, "").strip(),
                Objects.requireNonNull(host),
                starts(zone),
                Objects.requireNonNull(minutes),
                Objects.requireNonNull(format),
                where());
    }

    private @Nullable String where() {
        if (place == null || place.isBlank()) return null;
        return format == Format.VIDEO ? WebLinks.read(place).orElse(place) : place.strip();
    }

    private Instant starts(ZoneId zone) {
        var local = Objects.requireNonNull(day).atTime(Objects.requireNonNull(time));
        var at = local.atZone(zone);
        if (!at.toLocalDateTime().equals(local)) throw new Refusal("time", "training.form.time.skipped");
        return at.toInstant();
    }
}
