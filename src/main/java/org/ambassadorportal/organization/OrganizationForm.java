package org.ambassadorportal.organization;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ambassadorportal.kernel.PlainText;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.WebLinks;
import org.jspecify.annotations.Nullable;

/**
 * The organization's facts as an admin types them; lists have one entry a line.
 *
 * @param holidays a day and its name each line
 * @param version the version the form was opened on
 */
record OrganizationForm(
        @NotBlank(message = "{organization.missing}") @PlainText(max = 120) @Nullable String name,

        @NotBlank(message = "{organization.missing}") @PlainText(max = 120) @Nullable String program,

        @NotBlank(message = "{organization.missing}") @PlainText(max = 120) @Nullable String department,

        @NotBlank(message = "{organization.missing}") @PlainText(max = 40) @Nullable String telephone,

        @PlainText(max = 254) @Nullable String mail,
        @PlainText(max = 2000, lines = true) @Nullable String mailDomains,

        @NotBlank(message = "{organization.missing}") @PlainText(max = 60) @Nullable String zone,

        @NotEmpty(message = "{organization.days.missing}") @Nullable List<DayOfWeek> days,

        @NotNull(message = "{organization.time}") @Nullable LocalTime opens,
        @NotNull(message = "{organization.time}") @Nullable LocalTime closes,
        @PlainText(max = 60_000, lines = true) @Nullable String holidays,
        @PlainText(max = 500) @Nullable String socialIntegrityUrl,
        @PlainText(max = 2000, lines = true) @Nullable String brandWords,
        @Nullable Long version) {

    /** A field of which two versions differ. */
    record Difference(String key, String theirs, String mine) {}

    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern HOLIDAY = Pattern.compile(
            "(\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}/\\d{1,2}/\\d{4}|\\p{L}{3,9}\\.? \\d{1,2},? \\d{4})[\\s:–-]+(\\S.*)");
    private static final List<DateTimeFormatter> DAYS = Stream.of(
                    "uuuu-M-d", "M/d/uuuu", "MMM d[','] uuuu", "MMMM d[','] uuuu")
            .map(pattern -> new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern)
                    .toFormatter(Locale.US)
                    .withResolverStyle(ResolverStyle.STRICT))
            .toList();

    OrganizationForm {
        days = days == null
                ? null
                : List.copyOf(days.stream().filter(Objects::nonNull).toList());
    }

    static OrganizationForm of(OrganizationFacts facts, long version) {
        return new OrganizationForm(
                facts.name(),
                facts.program(),
                facts.department(),
                facts.telephone(),
                facts.mail(),
                String.join("\n", facts.mailDomains()),
                facts.zone().getId(),
                List.copyOf(facts.hours().days()),
                facts.hours().opens(),
                facts.hours().closes(),
                facts.hours().holidays().stream()
                        .map(holiday -> holiday.day() + " " + holiday.name())
                        .collect(Collectors.joining("\n")),
                facts.socialIntegrityUrl(),
                String.join("\n", facts.brandWords()),
                version);
    }

    /** The same words on the present version: sent again, they win. */
    OrganizationForm on(long present) {
        return new OrganizationForm(
                name,
                program,
                department,
                telephone,
                mail,
                mailDomains,
                zone,
                days,
                opens,
                closes,
                holidays,
                socialIntegrityUrl,
                brandWords,
                present);
    }

    /**
     * The facts, once all fields that must be filled are.
     *
     * @throws Refusal for the first field that says something impossible
     */
    OrganizationFacts facts() {
        return new OrganizationFacts(
                text(name),
                text(program),
                text(department),
                text(telephone),
                readMail(),
                domains(),
                readZone(),
                hours(),
                link(),
                lines(brandWords).stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList());
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static List<String> lines(@Nullable String typed) {
        return text(typed)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private @Nullable String readMail() {
        if (text(mail).isEmpty()) return null;
        if (!MAIL.matcher(text(mail)).matches()) throw new Refusal("mail", "organization.mail.wrong");
        return text(mail);
    }

    private List<String> domains() {
        var domains = Arrays.stream(text(mailDomains).split("[\\s,;]+"))
                .map(domain -> domain.toLowerCase(Locale.ROOT).replaceFirst("^@", ""))
                .filter(domain -> !domain.isEmpty())
                .distinct()
                .toList();
        for (var domain : domains) {
            if (!DOMAIN.matcher(domain).matches())
                throw new Refusal("mailDomains", "organization.mailDomains.wrong", domain);
        }
        return domains;
    }

    private ZoneId readZone() {
        try {
            return ZoneId.of(text(zone));
        } catch (DateTimeException unknown) {
            throw new Refusal("zone", "organization.zone.wrong");
        }
    }

    private BusinessHours hours() {
        var from = opens == null ? LocalTime.MIN : opens;
        var until = closes == null ? LocalTime.MAX : closes;
        if (!from.isBefore(until)) throw new Refusal("closes", "organization.closes.wrong");
        var chosen = EnumSet.noneOf(DayOfWeek.class);
        if (days != null) chosen.addAll(days);
        return new BusinessHours(chosen, from, until, readHolidays());
    }

    private List<BusinessHours.Holiday> readHolidays() {
        var found = new ArrayList<BusinessHours.Holiday>();
        for (var line : lines(holidays)) {
            var matcher = HOLIDAY.matcher(line);
            if (!matcher.matches()) throw new Refusal("holidays", "organization.holidays.wrong", line);
            var day = day(matcher.group(1).replace(".", ""), line);
            if (found.stream().anyMatch(holiday -> holiday.day().equals(day)))
                throw new Refusal("holidays", "organization.holidays.twice", line);
            found.add(new BusinessHours.Holiday(day, matcher.group(2).strip()));
        }
        return found;
    }

    private static LocalDate day(String typed, String line) {
        return DAYS.stream()
                .flatMap(shape -> day(typed, shape).stream())
                .findFirst()
                .orElseThrow(() -> new Refusal("holidays", "organization.holidays.wrong", line));
    }

    private static Optional<LocalDate> day(String typed, DateTimeFormatter shape) {
        try {
            return Optional.of(LocalDate.parse(typed, shape));
        } catch (DateTimeException anotherShape) {
            return Optional.empty();
        }
    }

    private @Nullable String link() {
        if (text(socialIntegrityUrl).isEmpty()) return null;
        return WebLinks.read(socialIntegrityUrl)
                .orElseThrow(() -> new Refusal("socialIntegrityUrl", "organization.socialIntegrityUrl.wrong"));
    }

    /** What two versions say differently, field by field. */
    List<Difference> differences(OrganizationForm theirs) {
        var found = new ArrayList<Difference>();
        differ(found, "organization.name", theirs.name, name);
        differ(found, "organization.program", theirs.program, program);
        differ(found, "organization.department", theirs.department, department);
        differ(found, "organization.telephone", theirs.telephone, telephone);
        differ(found, "organization.mail", theirs.mail, mail);
        differ(found, "organization.mailDomains", theirs.mailDomains, mailDomains);
        differ(found, "organization.zone", theirs.zone, zone);
        differ(found, "organization.days", String.valueOf(theirs.days), String.valueOf(days));
        differ(found, "organization.opens", String.valueOf(theirs.opens), String.valueOf(opens));
        differ(found, "organization.closes", String.valueOf(theirs.closes), String.valueOf(closes));
        differ(found, "organization.holidays", theirs.holidays, holidays);
        differ(found, "organization.socialIntegrityUrl", theirs.socialIntegrityUrl, socialIntegrityUrl);
        differ(found, "organization.brandWords", theirs.brandWords, brandWords);
        return found;
    }

    private static void differ(List<Difference> found, String key, @Nullable String theirs, @Nullable String mine) {
        var one = String.join(", ", lines(theirs));
        var other = String.join(", ", lines(mine));
        if (!one.equals(other)) found.add(new Difference(key, one, other));
    }
}
