package org.ambassadorportal.offering;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Required;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * An offering as an admin types it.
 *
 * @param lengths in minutes, separated by commas, the usual one first
 * @param hosts who may host it; everybody with hours when nobody is chosen
 * @param version the version the form was opened on; {@code null} for a new one
 */
record OfferingForm(
        @Required(message = "{offering.kind.missing}") @Nullable OfferingKind kind,

        @NotBlank(message = "{offering.name.missing}") @PlainText(max = 120) @Nullable String name,

        @NotBlank(message = "{offering.about.missing}") @PlainText(max = 2000, lines = true) @Nullable String about,

        @NotBlank(message = "{offering.lengths.missing}") @PlainText(max = 100) @Nullable String lengths,

        @Nullable Set<Format> formats,
        @PlainText(max = 200) @Nullable String place,
        @PlainText(max = 2000, lines = true) @Nullable String preparation,
        @Nullable List<PersonId> hosts,

        @Required(message = "{offering.hours.wrong}")
        @Min(value = 0, message = "{offering.hours.wrong}") @Max(value = 8760, message = "{offering.hours.wrong}") @Nullable Integer noticeHours,

        @Required(message = "{offering.horizonDays.wrong}")
        @Min(value = 1, message = "{offering.horizonDays.wrong}") @Max(value = 730, message = "{offering.horizonDays.wrong}") @Nullable Integer horizonDays,

        @Required(message = "{offering.minutes.wrong}")
        @Min(value = 0, message = "{offering.minutes.wrong}") @Max(value = 480, message = "{offering.minutes.wrong}") @Nullable Integer minutesBefore,

        @Required(message = "{offering.minutes.wrong}")
        @Min(value = 0, message = "{offering.minutes.wrong}") @Max(value = 480, message = "{offering.minutes.wrong}") @Nullable Integer minutesAfter,

        @Required(message = "{offering.minutes.wrong}")
        @Min(value = 0, message = "{offering.minutes.wrong}") @Max(value = 480, message = "{offering.minutes.wrong}") @Nullable Integer travelMinutes,

        @Min(value = 1, message = "{offering.perDay.wrong}") @Max(value = 100, message = "{offering.perDay.wrong}") @Nullable Integer perDay,

        @Min(value = 1, message = "{offering.perWeek.wrong}") @Max(value = 500, message = "{offering.perWeek.wrong}") @Nullable Integer perWeek,

        @Required(message = "{offering.hours.wrong}")
        @Min(value = 0, message = "{offering.hours.wrong}") @Max(value = 8760, message = "{offering.hours.wrong}") @Nullable Integer changeHours,

        @Min(value = 1, message = "{offering.seats.wrong}") @Max(value = 10000, message = "{offering.seats.wrong}") @Nullable Integer seats,

        @Nullable List<@Valid QuestionForm> questions,
        @Nullable Boolean active,
        @PlainText(max = 64) @Nullable String once,
        @Nullable Long version) {

    /** A field of which two versions differ. */
    record Difference(String key, String theirs, String mine) {}

    static final int MOST_QUESTIONS = 10;
    static final int MOST_CHOICES = 20;
    private static final int MOST_LENGTHS = 10;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 480;
    private static final Pattern SEPARATED = Pattern.compile("[\\s,;]+");

    OfferingForm {
        questions = questions == null
                ? List.of()
                : questions.stream()
                        .map(row -> row == null ? QuestionForm.empty() : row)
                        .toList();
        hosts = hosts == null
                ? List.of()
                : hosts.stream().filter(Objects::nonNull).distinct().toList();
        formats = formats == null
                ? Set.of()
                : formats.stream().filter(Objects::nonNull).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What a new offering usually is. */
    static OfferingForm usual() {
        return new OfferingForm(
                null,
                null,
                null,
                "30, 45, 60",
                EnumSet.of(Format.VIDEO, Format.PHONE),
                null,
                null,
                null,
                24,
                60,
                0,
                10,
                15,
                null,
                null,
                12,
                20,
                null,
                true,
                Ids.next().toString(),
                null);
    }

    static OfferingForm of(Offered offered, long version) {
        var rules = offered.rules();
        return new OfferingForm(
                offered.kind(),
                offered.name(),
                offered.about(),
                offered.lengths().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                new LinkedHashSet<>(offered.formats()),
                offered.place(),
                offered.preparation(),
                List.copyOf(offered.hosts()),
                rules.noticeHours(),
                rules.horizonDays(),
                rules.minutesBefore(),
                rules.minutesAfter(),
                rules.travelMinutes(),
                rules.perDay(),
                rules.perWeek(),
                rules.changeHours(),
                offered.seats(),
                offered.questions().stream().map(QuestionForm::of).toList(),
                offered.active(),
                null,
                version);
    }

    /** The same words on the present version: sent again, they win. */
    OfferingForm on(long present) {
        return with(questions(), present);
    }

    /** With one more question. */
    OfferingForm more() {
        var rows = new ArrayList<>(questions());
        if (rows.size() < MOST_QUESTIONS) rows.add(QuestionForm.empty());
        return with(rows, version);
    }

    /** Without one of its questions, counted from 0. */
    OfferingForm without(int row) {
        var rows = new ArrayList<>(questions());
        if (row >= 0 && row < rows.size()) rows.remove(row);
        return with(rows, version);
    }

    private OfferingForm with(List<QuestionForm> rows, @Nullable Long on) {
        return new OfferingForm(
                kind,
                name,
                about,
                lengths,
                formats,
                place,
                preparation,
                hosts,
                noticeHours,
                horizonDays,
                minutesBefore,
                minutesAfter,
                travelMinutes,
                perDay,
                perWeek,
                changeHours,
                seats,
                rows,
                active,
                once,
                on);
    }

    @Override
    public List<QuestionForm> questions() {
        return questions == null ? List.of() : questions;
    }

    /**
     * What it says.
     *
     * @param id of the offering, new or changed
     * @param of its kind, which never changes
     * @param team who can host at all
     * @param errors take up everything that is impossible; there is no answer then
     */
    Optional<Offered> read(OfferingId id, @Nullable OfferingKind of, Predicate<PersonId> team, Errors errors) {
        var minutes = readLengths(errors);
        if (formats == null || formats.isEmpty()) errors.rejectValue("formats", "offering.formats.missing");
        var chosen = hosts == null ? List.<PersonId>of() : hosts;
        if (!chosen.stream().allMatch(team)) errors.rejectValue("hosts", "offering.hosts.wrong");
        var asked = readQuestions(errors);
        if (perDay != null && perWeek != null && perDay > perWeek)
            errors.rejectValue("perDay", "offering.perDay.more", new Object[] {perWeek}, "offering.perDay.more");
        boolean never = noticeHours != null && horizonDays != null && noticeHours >= (horizonDays + 1) * 24;
        if (never) errors.rejectValue("horizonDays", "offering.horizonDays.never");
        if (errors.hasErrors() || of == null) return Optional.empty();
        return Optional.of(new Offered(
                id,
                of,
                text(name),
                text(about),
                minutes,
                Arrays.stream(Format.values())
                        .filter(Objects.requireNonNull(formats)::contains)
                        .toList(),
                orNull(place),
                orNull(preparation),
                seats == null ? 1 : seats,
                rules(),
                asked,
                new HashSet<>(chosen),
                Boolean.TRUE.equals(active)));
    }

    private BookingRules rules() {
        return new BookingRules(
                number(noticeHours),
                number(horizonDays),
                number(minutesBefore),
                number(minutesAfter),
                number(travelMinutes),
                perDay,
                perWeek,
                number(changeHours));
    }

    private static int number(@Nullable Integer typed) {
        return Objects.requireNonNull(typed);
    }

    private List<Integer> readLengths(Errors errors) {
        if (errors.hasFieldErrors("lengths")) return List.of();
        var read = new ArrayList<Integer>();
        for (var part : SEPARATED.split(text(lengths), -1)) {
            if (part.isEmpty()) continue;
            int minutes = part.matches("\\d{1,3}") ? Integer.parseInt(part) : 0;
            if (minutes < SHORTEST || minutes > LONGEST || minutes % SHORTEST != 0) {
                errors.rejectValue("lengths", "offering.lengths.wrong", new Object[] {part}, "offering.lengths.wrong");
                return List.of();
            }
            if (!read.contains(minutes)) read.add(minutes);
        }
        if (read.isEmpty()) errors.rejectValue("lengths", "offering.lengths.missing");
        if (read.size() > MOST_LENGTHS)
            errors.rejectValue(
                    "lengths", "offering.lengths.many", new Object[] {MOST_LENGTHS}, "offering.lengths.many");
        return read;
    }

    private List<Question> readQuestions(Errors errors) {
        var read = new ArrayList<Question>();
        if (questions().size() > MOST_QUESTIONS)
            errors.reject("offering.questions.many", new Object[] {MOST_QUESTIONS}, "offering.questions.many");
        for (int at = 0; at < questions().size(); at++) {
            var row = questions().get(at);
            if (row.blank()) continue;
            var here = "questions[" + at + "].";
            var question = row.question();
            if (question.label().isEmpty()) errors.rejectValue(here + "label", "offering.question.missing");
            int choices = question.options().size();
            if (choices == 1 || choices > MOST_CHOICES)
                errors.rejectValue(
                        here + "choices",
                        "offering.question.choices.wrong",
                        new Object[] {MOST_CHOICES},
                        "offering.question.choices.wrong");
            read.add(question);
        }
        return read;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\r", "").strip();
    }

    private static @Nullable String orNull(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : text(typed);
    }

    /** What two versions say differently, field by field; who may host it is told by how many. */
    List<Difference> differences(OfferingForm theirs) {
        var found = new ArrayList<Difference>();
        differ(found, "offering.name", theirs.name, name);
        differ(found, "offering.about", theirs.about, about);
        differ(found, "offering.lengths", theirs.lengths, lengths);
        differ(found, "offering.formats", theirs.formats, formats);
        differ(found, "offering.place", theirs.place, place);
        differ(found, "offering.preparation", theirs.preparation, preparation);
        differ(found, "offering.hosts", count(theirs.hosts), count(hosts));
        differ(found, "offering.noticeHours", theirs.noticeHours, noticeHours);
        differ(found, "offering.horizonDays", theirs.horizonDays, horizonDays);
        differ(found, "offering.minutesBefore", theirs.minutesBefore, minutesBefore);
        differ(found, "offering.minutesAfter", theirs.minutesAfter, minutesAfter);
        differ(found, "offering.travelMinutes", theirs.travelMinutes, travelMinutes);
        differ(found, "offering.perDay", theirs.perDay, perDay);
        differ(found, "offering.perWeek", theirs.perWeek, perWeek);
        differ(found, "offering.changeHours", theirs.changeHours, changeHours);
        if (kind == OfferingKind.TRAINING) differ(found, "offering.seats", theirs.seats, seats);
        differ(found, "offering.questions", labels(theirs), labels(this));
        differ(found, "offering.active", Boolean.TRUE.equals(theirs.active), Boolean.TRUE.equals(active));
        return found;
    }

    private static int count(@Nullable List<PersonId> people) {
        return people == null ? 0 : people.size();
    }

    private static String labels(OfferingForm form) {
        return form.questions().stream()
                .filter(row -> !row.blank())
                .map(row -> row.question().label())
                .collect(Collectors.joining(", "));
    }

    private static void differ(List<Difference> found, String key, @Nullable Object theirs, @Nullable Object mine) {
        var one = text(Objects.toString(theirs, "")).replaceAll("[\\[\\]]", "");
        var other = text(Objects.toString(mine, "")).replaceAll("[\\[\\]]", "");
        if (!one.equals(other)) found.add(new Difference(key, one, other));
    }
}
