package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the clocks of an item say, in words: a tone and a sign for rows, sentences for its page. Templates call it {@code @clockFace}. */
@Component("clockFace")
class ClockFace {

    /** So little business time left that a row warns. */
    private static final Duration SOON = Duration.ofHours(4);

    /** What a row says; {@code tone} and {@code sign} are classes. */
    record Face(String words, String tone, String sign) {}

    private final Clocks clocks;
    private final When when;
    private final MessageSource words;
    private final Clock clock;

    ClockFace(Clocks clocks, When when, MessageSource words, Clock clock) {
        this.clocks = clocks;
        this.when = when;
        this.words = words;
        this.clock = clock;
    }

    /**
     * What the clock of an item says that runs out next: "2 h late", "3 h left"; business hours both. Nothing while none
     * runs. All are read at this moment.
     */
    Function<ItemRow, @Nullable Face> atNow() {
        var now = clock.instant();
        var time = clocks.time();
        return item -> item.nextDueAt() == null ? null : face(item.nextDueAt(), now, time);
    }

    private Face face(Instant due, Instant now, BusinessTime time) {
        if (!due.isAfter(now)) {
            var late = say("desk.clock.late", length(time.between(due, now)));
            return new Face(late, "state-bad", "bi-exclamation-triangle-fill");
        }
        var left = time.between(now, due);
        var text = say("desk.clock.left", length(left));
        return left.compareTo(SOON) <= 0
                ? new Face(text, "state-wait", "bi-clock-fill")
                : new Face(text, "state-calm", "bi-clock");
    }

    /** The first clock in a sentence. */
    public String firstResponse(ItemRow item) {
        var goal = length(clocks.goals(item.kind(), item.priority()).firstResponse());
        var answered = item.firstResponseAt();
        if (answered != null) {
            var took = clocks.time().between(item.receivedAt(), answered);
            boolean late = item.firstDueAt() != null && answered.isAfter(item.firstDueAt());
            return say(late ? "desk.clock.first.answered.late" : "desk.clock.first.answered", length(took), goal);
        }
        if (item.status().isOver()) return say("desk.none-needed");
        return item.firstDueAt() == null ? "" : until("desk.clock.first", item.firstDueAt());
    }

    /** The second clock in a sentence, and how long it stood still. */
    public String resolution(ItemRow item) {
        var goal = length(clocks.goals(item.kind(), item.priority()).resolution());
        var waited = item.waitsSince() == null
                ? item.waited()
                : item.waited().plus(Duration.between(item.waitsSince(), clock.instant()));
        var stood = waited.toMinutes() < 1 ? "" : " " + say("desk.clock.stood", when.span(waited));
        if (item.settledAt() != null) return say("desk.clock.resolved", length(item.worked()), goal) + stood;
        if (item.dueAt() == null) return say("desk.clock.stands", goal) + stood;
        return until("desk.clock.resolution", item.dueAt()) + stood;
    }

    private String until(String key, Instant due) {
        var now = clock.instant();
        if (!due.isAfter(now))
            return say(key + ".late", when.moment(due), length(clocks.time().between(due, now)));
        return say(key + ".left", when.moment(due), length(clocks.time().between(now, due)));
    }

    /** A length of business time: "40 min", "6 h". Days would not say whose. */
    private String length(Duration length) {
        long minutes = length.toMinutes();
        if (minutes < 60) return say("desk.age.minutes", minutes);
        return say("desk.age.hours", minutes / 60);
    }

    private String say(String key, Object... arguments) {
        return words.getMessage(key, arguments, Locale.US);
    }
}
