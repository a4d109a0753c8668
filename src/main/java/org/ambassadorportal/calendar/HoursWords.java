package org.ambassadorportal.calendar;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Hours as people say them: "Mon to Fri, 9:00 am to 12:00 pm". */
@Component("hoursWords")
class HoursWords {

    private final When when;
    private final MessageSource messages;

    HoursWords(When when, MessageSource messages) {
        this.when = when;
        this.messages = messages;
    }

    /** A day of the week to choose. */
    record Choice(String value, String label) {}

    public List<Choice> choices() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Choice(day.name(), name(day)))
                .toList();
    }

    String of(Hours hours) {
        var day = hours.day() == null ? when.day(hours.first()) : days(List.of(hours.day()));
        return say("hours.words.hours", day, when.time(hours.opens()), when.time(hours.closes()));
    }

    /** A whole week, a line for hours that differ in their day alone. */
    List<String> all(List<Hours> hours) {
        var lines = new ArrayList<String>();
        for (var row : WeeklyForm.of(hours)) {
            var line = say(
                    "hours.words.hours",
                    days(Objects.requireNonNull(row.days())),
                    when.time(row.opens()),
                    when.time(row.closes()));
            lines.add(row.last() == null ? line : say("hours.words.until", line, when.day(row.last())));
        }
        hours.stream().filter(each -> each.day() == null).map(this::of).forEach(lines::add);
        return lines;
    }

    /** "Mon to Fri", "Mon, Wed". */
    String days(@Nullable Collection<DayOfWeek> days) {
        var sorted = new TreeSet<>(days == null ? List.of() : days);
        boolean row =
                sorted.size() > 2 && sorted.last().getValue() - sorted.first().getValue() == sorted.size() - 1;
        if (row) return say("hours.words.days", name(sorted.first()), name(sorted.last()));
        return sorted.stream().map(HoursWords::name).collect(Collectors.joining(", "));
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.US);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.US);
    }
}
