package org.ambassadorportal.consultation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ambassadorportal.calendar.Demand;
import org.ambassadorportal.calendar.FreeTime;
import org.ambassadorportal.calendar.Span;
import org.ambassadorportal.calendar.TeamCalendar;
import org.ambassadorportal.calendar.TeamTimes;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the times and hosts that the team can choose for a request, in one statement. */
@Service
@Transactional(readOnly = true)
class TeamChoices {

    private static final Duration STEP = Duration.ofMinutes(30);
    private static final Duration BEFORE = Duration.ofDays(1);
    private static final Duration AFTER = Duration.ofDays(4);
    private static final int EACH = 6;
    private static final int MOST = 12;

    private final TeamCalendar calendar;
    private final Choices choices;
    private final When when;
    private final Clock clock;

    TeamChoices(TeamCalendar calendar, Choices choices, When when, Clock clock) {
        this.calendar = calendar;
        this.choices = choices;
        this.when = when;
        this.clock = clock;
    }

    /** What can be chosen while the request stands as its page says; nothing once it is over. */
    @ForComms
    DeskTimes of(ConsultationPage page) {
        if (page.isPending()) return pending(page);
        var booked = page.agreed();
        return booked == null || !booked.ahead() ? DeskTimes.NONE : accepted(page, booked);
    }

    private DeskTimes pending(ConsultationPage page) {
        var now = clock.instant();
        var wished = page.wishes().stream().map(this::starts).toList();
        var anchors = wished.stream()
                .filter(Objects::nonNull)
                .filter(starts -> starts.isAfter(now))
                .toList();
        if (anchors.isEmpty()) anchors = List.of(now.plus(BEFORE));
        var look = look(
                anchors, page.booking() == null ? null : page.booking().id().value(), now);
        var demand = page.rules().demand(page.minutes(), page.format());
        var wishes = new ArrayList<DeskTimes.Wished>();
        for (int at = 0; at < wished.size(); at++) {
            var starts = wished.get(at);
            if (starts != null) wishes.add(wished(at + 1, starts, page.minutes(), now, demand, look));
        }
        return new DeskTimes(wishes, near(anchors, demand, look, now), List.of());
    }

    private DeskTimes accepted(ConsultationPage page, ConsultationPage.Held booked) {
        var now = clock.instant();
        var look = look(List.of(booked.starts()), booked.id().value(), now);
        var demand = page.rules().demand(booked.minutes(), booked.format());
        var hosts = look.free(demand, booked.starts()).stream()
                .filter(host -> !host.equals(booked.host()))
                .map(host -> new Choice(host.toString(), look.name(host)))
                .toList();
        var free = look.isHost(booked.host())
                ? near(List.of(booked.starts()), demand.by(booked.host()), look, now)
                : List.<Choice>of();
        return new DeskTimes(List.of(), free, hosts);
    }

    private DeskTimes.Wished wished(
            int number, Instant starts, int minutes, Instant now, Demand demand, TeamTimes look) {
        boolean past = !starts.isAfter(now);
        var fairest = past ? null : look.fairest(demand, starts).orElse(null);
        if (fairest == null) return new DeskTimes.Wished(number, starts, minutes, past, List.of(), null, 0);
        var hosts = new ArrayList<Choice>();
        hosts.add(new Choice("", look.name(fairest.host())));
        for (var host : look.free(demand, starts))
            if (!host.equals(fairest.host())) hosts.add(new Choice(host.toString(), look.name(host)));
        return new DeskTimes.Wished(number, starts, minutes, false, hosts, fairest.reason(), fairest.recent());
    }

    /** The free times nearest to each of some times, in their order; those times themselves left out. */
    private List<Choice> near(List<Instant> anchors, Demand demand, TeamTimes look, Instant now) {
        var found = new TreeMap<Instant, FreeTime>();
        for (var anchor : anchors) {
            look.free(demand.every(STEP), around(anchor, now)).stream()
                    .filter(time -> !anchors.contains(time.starts()))
                    .sorted(Comparator.comparing(
                            time -> Duration.between(anchor, time.starts()).abs()))
                    .limit(anchors.size() == 1 ? MOST : EACH)
                    .forEach(time -> found.put(time.starts(), time));
        }
        return found.values().stream().map(time -> choice(time, look)).toList();
    }

    private Choice choice(FreeTime time, TeamTimes look) {
        var names = time.hosts().stream().map(look::name).collect(Collectors.joining(", "));
        return new Choice(
                time.starts().toString(), choices.say("consultation.slot.choice", when.dayTime(time.starts()), names));
    }

    private TeamTimes look(Collection<Instant> anchors, @Nullable UUID but, Instant now) {
        var spans = anchors.stream().map(anchor -> around(anchor, now)).toList();
        var from = spans.stream().map(Span::from).min(Comparator.naturalOrder()).orElseThrow();
        var until =
                spans.stream().map(Span::until).max(Comparator.naturalOrder()).orElseThrow();
        return calendar.look(new Span(from, until), but);
    }

    private static Span around(Instant anchor, Instant now) {
        var from = anchor.minus(BEFORE);
        return new Span(from.isAfter(now) ? from : now, anchor.plus(AFTER));
    }

    /** When a wish begins; nothing where only its day was given. */
    private @Nullable Instant starts(Wish wish) {
        return wish.time() == null
                ? null
                : wish.day().atTime(wish.time()).atZone(when.zone()).toInstant();
    }
}
