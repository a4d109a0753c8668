package org.ambassadorportal.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ambassadorportal.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The time of all hosts around a window, as it was at one moment. Answers as {@link TeamCalendar} would, which has the
 * last word when a time is taken.
 */
public final class TeamTimes {

    private final HostTimes.Known known;
    private final Span window;
    private final List<LocalDate> holidays;
    private final ZoneId zone;
    private final Instant now;

    TeamTimes(HostTimes.Known known, Span window, List<LocalDate> holidays, ZoneId zone, Instant now) {
        this.known = known;
        this.window = window;
        this.holidays = List.copyOf(holidays);
        this.zone = zone;
        this.now = now;
    }

    /** Who is free at this time, which lies in the window. */
    public List<PersonId> free(Demand demand, Instant starts) {
        return free(demand, Span.of(starts, Duration.ofSeconds(1))).stream()
                .filter(time -> time.starts().equals(starts))
                .findFirst()
                .map(FreeTime::hosts)
                .orElse(List.of());
    }

    /** The free times that begin in a part of the window. */
    public List<FreeTime> free(Demand demand, Span part) {
        if (!window.holds(part)) throw new IllegalArgumentException(part + " was not looked at");
        return new FreeTimes(demand, holidays, zone, now).of(known.hosts(), part);
    }

    /** Who would be chosen at this time, and why; nobody where nobody is free. */
    public Optional<Given> fairest(Demand demand, Instant starts) {
        var free = free(demand, starts);
        if (free.isEmpty()) return Optional.empty();
        var choice =
                FairShare.among(free.stream().map(host -> profile(host).load()).toList(), null);
        return Optional.of(new Given(choice.host(), starts, choice.reason(), choice.recent(), null));
    }

    /** What a host is called. */
    public String name(PersonId host) {
        return profile(host).name();
    }

    /** Where this host is met by video; {@code null} for people who are no hosts, and where none was given. */
    public @Nullable String video(PersonId host) {
        var profile = known.profiles().get(host);
        return profile == null ? null : profile.video();
    }

    /** Whether this person can be booked at all. */
    public boolean isHost(PersonId person) {
        return known.profiles().containsKey(person);
    }

    private HostTimes.Profile profile(PersonId host) {
        return Objects.requireNonNull(known.profiles().get(host));
    }
}
