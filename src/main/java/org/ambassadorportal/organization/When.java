package org.ambassadorportal.organization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Dates and times as people in the organization read them: American English, 12 hours, the organization's zone. In
 * templates {@code ${@when.day(x)}}. Nothing is written for {@code null}.
 */
@Component("when")
public class When {

    private static final Map<Long, String> HALVES = Map.of(0L, "am", 1L, "pm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE, MMM d", Locale.US);
    private static final DateTimeFormatter HOUR = new DateTimeFormatterBuilder()
            .appendPattern("h ")
            .appendText(ChronoField.AMPM_OF_DAY, HALVES)
            .toFormatter(Locale.US);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);
    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MMMM d", Locale.US);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.US);
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("h:mm ")
            .appendText(ChronoField.AMPM_OF_DAY, HALVES)
            .toFormatter(Locale.US);

    private final Organization organization;
    private final MessageSource words;
    private final Clock clock;

    When(Organization organization, MessageSource words, Clock clock) {
        this.organization = organization;
        this.words = words;
        this.clock = clock;
    }

    public ZoneId zone() {
        return organization.facts().zone();
    }

    public LocalDate today() {
        return dayOf(clock.instant());
    }

    public LocalDate dayOf(Instant at) {
        return at.atZone(zone()).toLocalDate();
    }

    /** "Oct 15, 2026". */
    public String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** "Oct 15, 2026", in the organization's zone. */
    public String day(@Nullable Instant at) {
        return at == null ? "" : day(dayOf(at));
    }

    /** "Thursday, October 15, 2026". */
    public String longDay(@Nullable LocalDate day) {
        return day == null ? "" : LONG_DAY.format(day);
    }

    /** "Thursday, October 15, 2026", in the organization's zone. */
    public String longDay(@Nullable Instant at) {
        return at == null ? "" : longDay(dayOf(at));
    }

    /** "Thu, Oct 15", where the year goes without saying. */
    public String dayShort(@Nullable LocalDate day) {
        return day == null ? "" : SHORT_DAY.format(day);
    }

    /** "Thursday, Oct 15". */
    public String weekday(@Nullable LocalDate day) {
        return day == null ? "" : WEEKDAY.format(day);
    }

    /** "October 2026". */
    public String month(@Nullable LocalDate day) {
        return day == null ? "" : MONTH.format(day);
    }

    /** "4:20 pm". */
    public String time(@Nullable LocalTime time) {
        return time == null ? "" : TIME.format(time);
    }

    /** "4:20 pm", in the organization's zone. */
    public String time(@Nullable Instant at) {
        return at == null ? "" : time(at.atZone(zone()).toLocalTime());
    }

    /** "Oct 15, 2026, 4:20 pm". */
    public String dayTime(@Nullable LocalDateTime at) {
        return at == null ? "" : day(at.toLocalDate()) + ", " + time(at.toLocalTime());
    }

    /** "Oct 15, 2026, 4:20 pm", in the organization's zone. */
    public String dayTime(@Nullable Instant at) {
        return at == null ? "" : dayTime(at.atZone(zone()).toLocalDateTime());
    }

    /** A time to look forward to: "Tuesday, Nov 24, 3 pm", in the organization's zone; with minutes where there are some. */
    public String moment(@Nullable Instant at) {
        if (at == null) return "";
        var local = at.atZone(zone());
        var time = local.getMinute() == 0 ? HOUR.format(local) : TIME.format(local);
        return WEEKDAY.format(local) + ", " + time;
    }

    /** "Thursday, October 15, 2026", in another zone than the organization's. */
    public String longDay(@Nullable Instant at, ZoneId zone) {
        return at == null ? "" : longDay(at.atZone(zone).toLocalDate());
    }

    /** "4:20 pm", in another zone than the organization's. */
    public String time(@Nullable Instant at, ZoneId zone) {
        return at == null ? "" : time(at.atZone(zone).toLocalTime());
    }

    /** "Thursday". */
    public String dayOfWeek(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.US);
    }

    /** "Thu". */
    public String dayOfWeekShort(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.US);
    }

    /** "October 15", where the year goes without saying. */
    public String monthDay(LocalDate day) {
        return MONTH_DAY.format(day);
    }

    /** How many seconds it is until then; 0 where it is over. */
    public long secondsUntil(Instant at) {
        return Math.max(0, Duration.between(clock.instant(), at).toSeconds());
    }

    /** The place a zone is named for, as people say it: "New York" for America/New_York. */
    public String city(ZoneId zone) {
        var id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    /** For machines: what stands in the {@code datetime} of a {@code time} element. */
    public String iso(@Nullable Instant at) {
        return at == null
                ? ""
                : at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC).toString();
    }

    /** For machines: "2026-10-15". */
    public String iso(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /**
     * How long ago or ahead: "just now", "5 minutes ago", "in 2 hours", "yesterday", "3 days ago"; the date itself when
     * it is more than four weeks away.
     */
    public String ago(@Nullable Instant at) {
        if (at == null) return "";
        var now = clock.instant();
        boolean past = !at.isAfter(now);
        var apart = past ? Duration.between(at, now) : Duration.between(now, at);
        long days = Math.abs(ChronoUnit.DAYS.between(dayOf(at), dayOf(now)));
        if (apart.toSeconds() < 60) return say(past ? "when.now" : "when.soon");
        if (apart.toMinutes() < 60) return say(past ? "when.minutes.ago" : "when.minutes.ahead", apart.toMinutes());
        if (days == 0 || apart.toHours() < 6) return say(past ? "when.hours.ago" : "when.hours.ahead", apart.toHours());
        if (days == 1) return say(past ? "when.yesterday" : "when.tomorrow");
        if (days <= 28) return say(past ? "when.days.ago" : "when.days.ahead", days);
        return day(at);
    }

    /** How long ago or ahead a day is: "today", "tomorrow", "in 33 days", "3 days ago". */
    public String ago(@Nullable LocalDate day) {
        if (day == null) return "";
        long ahead = ChronoUnit.DAYS.between(today(), day);
        if (ahead == 0) return say("when.today");
        if (ahead == 1) return say("when.tomorrow");
        if (ahead == -1) return say("when.yesterday");
        return ahead > 0 ? say("when.days.ahead", ahead) : say("when.days.ago", -ahead);
    }

    /** A length of time in words: "40 minutes", "3 hours", "2 days". */
    public String span(Duration length) {
        if (length.toMinutes() < 60) return say("when.minutes", Math.max(1, length.toMinutes()));
        if (length.toHours() < 48) return say("when.hours", length.toHours());
        return say("when.days", length.toDays());
    }

    private String say(String key, Object... arguments) {
        return words.getMessage(key, arguments, Locale.US);
    }
}
