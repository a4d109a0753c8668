package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ambassadorportal.kernel.Monogram;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How statuses and spans of time look on the desk: a sign, a tone, a few letters. Templates call it {@code @statusLook}. */
@Component("statusLook")
class StatusLook {

    /** Outcomes that gave the requester nothing; whatever else an intake calls its outcomes is good news. */
    private static final Set<String> WITHOUT =
            Set.of(WorkItem.WITHDRAWN, Questions.NOT_FOR_US, "declined", "denied", "canceled", "no-show");

    private final MessageSource words;
    private final When when;
    private final Clock clock;

    StatusLook(MessageSource words, When when, Clock clock) {
        this.words = words;
        this.when = when;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public List<Status> inUse() {
        return List.of(Status.NEW, Status.OPEN, Status.PENDING, Status.SETTLED);
    }

    public String sign(Status status) {
        return switch (status) {
            case NEW -> "bi-circle-fill";
            case OPEN -> "bi-circle-half";
            case PENDING -> "bi-pause-fill";
            case SETTLED -> "bi-check-lg";
            case MERGED -> "bi-arrow-right";
        };
    }

    public String tone(Status status) {
        return switch (status) {
            case NEW -> "state-info";
            case OPEN, MERGED -> "state-calm";
            case PENDING -> "state-wait";
            case SETTLED -> "state-good";
        };
    }

    /** The sign of where an item stands: of a date where it waits for one, or of how it ended. */
    public String sign(ItemRow item) {
        if (item.snoozedUntil() != null) return "bi-moon";
        return item.isDated() ? "bi-calendar-check" : sign(item.status(), item.outcome());
    }

    public String tone(ItemRow item) {
        if (item.snoozedUntil() != null) return "state-calm";
        return item.isDated() ? "state-good" : tone(item.status(), item.outcome());
    }

    /** The sign of how it ended; one that came to nothing is no tick. */
    public String sign(Status status, @Nullable String outcome) {
        return cameToNothing(status, outcome) ? "bi-x-lg" : sign(status);
    }

    public String tone(Status status, @Nullable String outcome) {
        return cameToNothing(status, outcome) ? "state-calm" : tone(status);
    }

    private static boolean cameToNothing(Status status, @Nullable String outcome) {
        return status.isOver() && WITHOUT.contains(outcome == null ? "" : outcome);
    }

    /** How long ago, as short as a row needs it: "40 min", "3 h", "5 d". */
    public String age(Instant at) {
        var age = Duration.between(at, clock.instant());
        if (age.toMinutes() < 1) return say("desk.age.now");
        if (age.toMinutes() < 60) return say("desk.age.minutes", age.toMinutes());
        if (age.toHours() < 48) return say("desk.age.hours", age.toHours());
        return say("desk.age.days", age.toDays());
    }

    /** How long ago something was said, with the time of day when that was a while: "yesterday, 4:20 pm". */
    public String said(Instant at) {
        boolean justNow = Duration.between(at, clock.instant()).toHours() < 6;
        return justNow ? when.ago(at) : say("desk.said", when.ago(at), when.time(at));
    }

    /** The span between two times in words. */
    public String between(Instant from, Instant until) {
        return when.span(Duration.between(from, until));
    }

    /** The span from a time until now in words. */
    public String since(Instant at) {
        return between(at, clock.instant());
    }

    public Monogram mono(String name) {
        return Monogram.of(name);
    }

    public String letters(String name) {
        return mono(name).letters();
    }

    private String say(String key, Object... arguments) {
        return words.getMessage(key, arguments, Locale.US);
    }
}
