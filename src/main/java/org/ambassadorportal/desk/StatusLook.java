package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.ambassadorportal.kernel.Monogram;
import org.ambassadorportal.organization.When;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How statuses and spans of time look on the desk: a sign, a tone, a few letters. Templates call it {@code @statusLook}. */
@Component("statusLook")
class StatusLook {

    private final MessageSource words;
    private final When when;
    private final Clock clock;

    StatusLook(MessageSource words, When when, Clock clock) {
        this.words = words;
        this.when = when;
        this.clock = clock;
    }

    public List<Status> inUse() {
        return List.of(Status.NEW, Status.OPEN, Status.PENDING, Status.SETTLED);
    }

    public View all() {
        return View.ALL;
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

    /** How long ago, as short as a row needs it: "40 min", "3 h", "5 d". */
    public String age(Instant at) {
        var age = Duration.between(at, clock.instant());
        if (age.toMinutes() < 1) return say("desk.age.now");
        if (age.toMinutes() < 60) return say("desk.age.minutes", age.toMinutes());
        if (age.toHours() < 48) return say("desk.age.hours", age.toHours());
        return say("desk.age.days", age.toDays());
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
