package org.ambassadorportal.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/**
 * How an item goes on, as the team says it: open, waiting for its requester or for a day, or put aside. Waiting stops
 * the second clock; putting aside stops none, because nobody but the team wants it.
 */
@Service
class Stands {

    private final Desk desk;
    private final Conversations conversations;
    private final Clocks clocks;
    private final When when;
    private final MessageSource words;
    private final Clock clock;

    Stands(Desk desk, Conversations conversations, Clocks clocks, When when, MessageSource words, Clock clock) {
        this.desk = desk;
        this.conversations = conversations;
        this.clocks = clocks;
        this.when = when;
        this.words = words;
        this.clock = clock;
    }

    /** One of the choices of the form. */
    record Offer(StandForm.Choice value, String label) {}

    /**
     * Sets how an item goes on; the history says what it was and what it is.
     *
     * @return whether it went on otherwise before
     */
    @ForComms
    @Transactional
    boolean set(Reference reference, PersonId by, StandForm form) {
        var item = desk.held(reference);
        item.seenAs(form.version());
        if (item.status().isOver()) throw new AlreadySettled();
        var at = clock.instant();
        var was = stood(item.status(), item.wakesAt(), item.snoozedUntil());
        switch (Objects.requireNonNull(form.stand())) {
            case OPEN -> item.open(at);
            case REQUESTER -> item.pend(null, at);
            case DATE -> item.pend(until(form, at), at);
            case ASIDE -> item.snooze(until(form, at), at);
        }
        var now = stood(item.status(), item.wakesAt(), item.snoozedUntil());
        if (was.equals(now)) return false;
        desk.keep(item);
        conversations.change(reference, by, "desk.event.status", was, now, at);
        return true;
    }

    private Instant until(StandForm form, Instant now) {
        var time = clocks.time();
        return form.until(time.hours().opens(), time.zone(), now);
    }

    /** Puts the form and its choices into the model of a page; a form that was sent with errors stays. */
    @ForComms
    void offer(Model model, ItemRow item) {
        var offers = Arrays.stream(StandForm.Choice.values())
                .map(choice ->
                        new Offer(choice, say("desk.stand." + choice.name().toLowerCase(Locale.ROOT))))
                .toList();
        model.addAttribute("stands", offers);
        if (!model.containsAttribute("standForm")) model.addAttribute("standForm", present(item));
    }

    private StandForm present(ItemRow item) {
        var until = item.wakesAt() == null ? item.snoozedUntil() : item.wakesAt();
        var choice = item.snoozedUntil() != null
                ? StandForm.Choice.ASIDE
                : item.wakesAt() != null
                        ? StandForm.Choice.DATE
                        : item.status() == Status.PENDING ? StandForm.Choice.REQUESTER : StandForm.Choice.OPEN;
        if (until == null) {
            var time = clocks.time();
            return new StandForm(choice, nextWorkday(time), time.hours().opens(), item.version());
        }
        var local = until.atZone(when.zone());
        return new StandForm(choice, local.toLocalDate(), local.toLocalTime(), item.version());
    }

    /** What one means most often. */
    private LocalDate nextWorkday(BusinessTime time) {
        var day = when.today().plusDays(1);
        for (int ahead = 0; ahead < 14 && !time.hours().isWorkday(day); ahead++) day = day.plusDays(1);
        return day;
    }

    /** Where an item stands, as a line of history says it. */
    private String stood(Status status, @Nullable Instant wakes, @Nullable Instant snoozed) {
        if (snoozed != null) return say("desk.stood.ASIDE", when.moment(snoozed));
        if (wakes != null) return say("desk.stood.DATED", when.moment(wakes));
        return say("desk.stood." + status);
    }

    private String say(String key, Object... arguments) {
        return words.getMessage(key, arguments, Locale.US);
    }
}
