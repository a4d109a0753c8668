package org.ambassadorportal.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Required;
import org.ambassadorportal.kernel.WebLinks;
import org.ambassadorportal.offering.OfferingId;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * When somebody of the team can be booked, as they type it.
 *
 * @param weight for leads and admins alone
 * @param active for leads and admins alone; a box that is not ticked is not sent
 * @param version the version the form was opened on; {@code null} while they are no host
 */
record HoursForm(
        @Required(message = "{hours.zone.wrong}") @PlainText(max = 60) @Nullable String zone,

        @PlainText(max = 2000) @Nullable String videoAddress,

        @Min(value = 1, message = "{hours.perWeek.wrong}") @Max(value = 100, message = "{hours.perWeek.wrong}") @Nullable Integer perWeek,

        @Min(value = 1, message = "{hours.weight.wrong}") @Max(value = 1000, message = "{hours.weight.wrong}") @Nullable Integer weight,

        @Nullable Boolean active,
        @Nullable List<@Valid WeeklyForm> weekly,
        @Nullable List<@Valid ExtraForm> extra,
        @Nullable Long version) {

    static final int MOST_ROWS = 40;

    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    HoursForm {
        weekly = weekly == null
                ? List.of()
                : weekly.stream()
                        .map(row -> row == null ? WeeklyForm.empty(Set.of()) : row)
                        .toList();
        extra = extra == null
                ? List.of()
                : extra.stream()
                        .map(row -> row == null ? ExtraForm.empty() : row)
                        .toList();
    }

    static HoursForm of(Host host, LocalDate today) {
        return new HoursForm(
                host.zone().getId(),
                host.videoAddress(),
                host.perWeek(),
                host.weight(),
                host.active(),
                WeeklyForm.of(host.hours()),
                ExtraForm.of(host.hours(), today),
                host.version());
    }

    /** For somebody who is no host yet. */
    static HoursForm first(ZoneId zone) {
        return new HoursForm(
                zone.getId(), null, null, Host.FULL_SHARE, true, List.of(WeeklyForm.empty(WORKDAYS)), List.of(), null);
    }

    /** The same words on the present version: sent again, they win. */
    HoursForm on(@Nullable Long present) {
        return new HoursForm(zone, videoAddress, perWeek, weight, active, weekly, extra, present);
    }

    /** With one more row, {@code weekly} or {@code extra}. */
    HoursForm more(String kind) {
        var weeks = new ArrayList<>(weekly());
        var once = new ArrayList<>(extra());
        if (kind.equals("weekly") && weeks.size() < MOST_ROWS) weeks.add(WeeklyForm.empty(Set.of()));
        if (kind.equals("extra") && once.size() < MOST_ROWS) once.add(ExtraForm.empty());
        return new HoursForm(zone, videoAddress, perWeek, weight, active, weeks, once, version);
    }

    /** Without one of its rows, such as {@code weekly-0}. */
    HoursForm without(String row) {
        var weeks = new ArrayList<WeeklyForm>();
        for (int at = 0; at < weekly().size(); at++) if (!row.equals("weekly-" + at)) weeks.add(weekly().get(at));
        var once = new ArrayList<ExtraForm>();
        for (int at = 0; at < extra().size(); at++) if (!row.equals("extra-" + at)) once.add(extra().get(at));
        return new HoursForm(zone, videoAddress, perWeek, weight, active, weeks, once, version);
    }

    @Override
    public List<WeeklyForm> weekly() {
        return weekly == null ? List.of() : weekly;
    }

    @Override
    public List<ExtraForm> extra() {
        return extra == null ? List.of() : extra;
    }

    /** Hours, and the field at which to say what is wrong with them. */
    private record Placed(Hours hours, String field) {}

    /**
     * What it says.
     *
     * @param known what hours may be for
     * @param errors take up everything that is impossible; there is no answer then
     */
    Optional<HostTerms> read(Set<OfferingId> known, HoursWords words, LocalDate today, Errors errors) {
        var there = readZone(errors);
        var video = readVideo(errors);
        var hours = new ArrayList<Placed>();
        if (weekly().size() > MOST_ROWS || extra().size() > MOST_ROWS)
            errors.reject("hours.many", new Object[] {MOST_ROWS}, "hours.many");
        for (int at = 0; at < weekly().size(); at++)
            if (!weekly().get(at).blank()) readWeekly(at, known, today, hours, errors);
        for (int at = 0; at < extra().size(); at++)
            if (!extra().get(at).blank()) readExtra(at, known, today, hours, errors);
        if (!errors.hasErrors()) refuseOverlaps(hours, words, errors);
        if (errors.hasErrors() || there == null) return Optional.empty();
        return Optional.of(new HostTerms(
                there,
                video,
                perWeek,
                weight,
                active,
                hours.stream().map(Placed::hours).toList()));
    }

    private @Nullable ZoneId readZone(Errors errors) {
        if (errors.hasFieldErrors("zone") || zone == null) return null;
        try {
            return ZoneId.of(zone.strip());
        } catch (DateTimeException unknown) {
            errors.rejectValue("zone", "hours.zone.wrong");
            return null;
        }
    }

    private @Nullable String readVideo(Errors errors) {
        if (videoAddress == null || videoAddress.isBlank()) return null;
        var link = WebLinks.read(videoAddress);
        if (link.isEmpty()) errors.rejectValue("videoAddress", "hours.videoAddress.wrong");
        return link.orElse(null);
    }

    private void readWeekly(int at, Set<OfferingId> known, LocalDate today, List<Placed> into, Errors errors) {
        var row = weekly().get(at);
        var here = "weekly[" + at + "].";
        if (row.days() == null || row.days().isEmpty()) errors.rejectValue(here + "days", "hours.days.missing");
        boolean times = times(here, row.opens(), row.closes(), errors);
        var first = row.first() == null ? today : row.first();
        if (row.last() != null && row.last().isBefore(first)) errors.rejectValue(here + "last", "hours.last.wrong");
        else if (row.first() != null && tooFar(row.first(), today))
            errors.rejectValue(here + "first", "hours.date.far");
        var offering = offering(here, row.offering(), known, errors);
        if (!times || row.opens() == null || row.closes() == null || row.days() == null) return;
        for (var day : EnumSet.allOf(DayOfWeek.class)) {
            if (!row.days().contains(day)) continue;
            into.add(
                    new Placed(new Hours(day, row.opens(), row.closes(), first, row.last(), offering), here + "opens"));
        }
    }

    private void readExtra(int at, Set<OfferingId> known, LocalDate today, List<Placed> into, Errors errors) {
        var row = extra().get(at);
        var here = "extra[" + at + "].";
        boolean times = times(here, row.opens(), row.closes(), errors);
        var date = row.date();
        if (date == null) {
            if (!errors.hasFieldErrors(here + "date")) errors.rejectValue(here + "date", "hours.date.missing");
        } else if (date.isBefore(today)) errors.rejectValue(here + "date", "hours.date.past");
        else if (tooFar(date, today)) errors.rejectValue(here + "date", "hours.date.far");
        var offering = offering(here, row.offering(), known, errors);
        if (!times || date == null || row.opens() == null || row.closes() == null) return;
        into.add(new Placed(Hours.once(date, row.opens(), row.closes(), offering), here + "opens"));
    }

    private static boolean tooFar(LocalDate date, LocalDate today) {
        return date.isAfter(today.plusYears(3)) || date.isBefore(today.minusYears(10));
    }

    private static boolean times(String here, @Nullable LocalTime opens, @Nullable LocalTime closes, Errors errors) {
        if (opens == null && !errors.hasFieldErrors(here + "opens"))
            errors.rejectValue(here + "opens", "hours.opens.missing");
        if (closes == null && !errors.hasFieldErrors(here + "closes"))
            errors.rejectValue(here + "closes", "hours.closes.missing");
        if (opens == null || closes == null) return false;
        boolean wholeDay = opens.equals(LocalTime.MIDNIGHT);
        if (opens.equals(closes) && !wholeDay) {
            errors.rejectValue(here + "closes", "hours.closes.same");
            return false;
        }
        return true;
    }

    private static @Nullable OfferingId offering(
            String here, @Nullable String chosen, Set<OfferingId> known, Errors errors) {
        if (chosen == null || chosen.isBlank()) return null;
        var found = known.stream().filter(id -> id.value().equals(uuid(chosen))).findFirst();
        if (found.isEmpty()) errors.rejectValue(here + "offering", "hours.offering.wrong");
        return found.orElse(null);
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static void refuseOverlaps(List<Placed> hours, HoursWords words, Errors errors) {
        for (int at = 1; at < hours.size(); at++) {
            var later = hours.get(at);
            for (var earlier : hours.subList(0, at)) {
                if (errors.hasFieldErrors(later.field())) break;
                if (OverlappingHours.overlap(earlier.hours(), later.hours()))
                    errors.rejectValue(
                            later.field(),
                            "hours.overlap",
                            new Object[] {words.of(later.hours()), words.of(earlier.hours())},
                            "hours.overlap");
            }
        }
    }
}
