package org.ambassadorportal.calendar;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ambassadorportal.identity.DaysAway;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.People;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.offering.Offered;
import org.ambassadorportal.offering.OfferingId;
import org.ambassadorportal.offering.Offerings;
import org.ambassadorportal.organization.When;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When the people of the team can be booked. Everybody of the team says it for themselves, and is a host from then on;
 * leads and admins say it for others as well, and who takes how much of the work.
 */
@Service
@Transactional(readOnly = true)
class HostHours {

    private static final int MOST_BOOKINGS = 500;

    private final HostRepository hosts;
    private final TeamCalendar calendar;
    private final Offerings offerings;
    private final DaysAway away;
    private final People people;
    private final HoursWords words;
    private final JdbcClient database;
    private final When when;
    private final Clock clock;

    HostHours(
            HostRepository hosts,
            TeamCalendar calendar,
            Offerings offerings,
            DaysAway away,
            People people,
            HoursWords words,
            JdbcClient database,
            When when,
            Clock clock) {
        this.hosts = hosts;
        this.calendar = calendar;
        this.offerings = offerings;
        this.away = away;
        this.people = people;
        this.words = words;
        this.database = database;
        this.when = when;
        this.clock = clock;
    }

    /**
     * All that the page of a host shows.
     *
     * @param shown the offering for which the week is shown; the first one they host otherwise
     * @throws NotFound when this is nobody of the team, or not theirs to see
     */
    @ForComms
    HostPage page(PersonId person, @Nullable OfferingId shown, SignedIn by) {
        boolean leads = leads(by);
        var team = leads || !by.id().equals(person) ? people.commsTeam() : List.<PersonRow>of();
        var who = member(person, team, by);
        var host = hosts.findById(person);
        var offered = offerings.active();
        var today =
                clock.instant().atZone(host.map(Host::zone).orElse(when.zone())).toLocalDate();
        return new HostPage(
                who,
                by.id().equals(person),
                leads,
                host.isPresent(),
                host.map(found -> HoursForm.of(found, today)).orElseGet(() -> HoursForm.first(when.zone())),
                host.map(found -> words.all(found.hours())).orElse(List.of()),
                host.map(found -> week(found, offered, shown, today)).orElseGet(() -> HostWeek.without(today)),
                away(person, by, host.map(Host::zone).orElse(when.zone())),
                host.map(Host::feedAt).orElse(null),
                busy(host.orElse(null)),
                leads ? team : List.of(),
                offered);
    }

    /** What hours can be for. */
    @ForComms
    Set<OfferingId> offered() {
        return offerings.all().stream().map(Offered::id).collect(Collectors.toSet());
    }

    /** Today where the host is. */
    @ForComms
    LocalDate today(PersonId person) {
        var zone = hosts.findById(person).map(Host::zone).orElse(when.zone());
        return clock.instant().atZone(zone).toLocalDate();
    }

    /**
     * Says when a host can be booked; whoever is none is one from then on.
     *
     * @param seen the version the form was opened on; {@code null} while they were no host
     * @throws StaleEdit when somebody else changed it since
     * @throws NotFound when this is nobody of the team, or not theirs to say
     */
    @ForComms
    @Transactional
    void change(PersonId person, HostTerms terms, @Nullable Long seen, SignedIn by) {
        member(person, by.id().equals(person) ? List.of() : people.commsTeam(), by);
        var known = hosts.findById(person);
        if (known.isPresent() && seen == null) throw new StaleEdit();
        var host = known.orElseGet(() -> new Host(person, terms.zone()));
        host.beThere(terms, seen, clock.instant());
        if (leads(by))
            host.share(
                    terms.weight() == null ? host.weight() : terms.weight(),
                    // A box that is not ticked is not sent.
                    Boolean.TRUE.equals(terms.active()),
                    clock.instant());
        save(host);
    }

    private void save(Host host) {
        try {
            hosts.saveAndFlush(host);
        } catch (OptimisticLockingFailureException | DataIntegrityViolationException atTheSameMoment) {
            throw new StaleEdit();
        }
    }

    private static boolean leads(SignedIn by) {
        return by.lead() || by.isAdmin();
    }

    private static PersonRow member(PersonId person, List<PersonRow> team, SignedIn by) {
        if (by.id().equals(person)) return new PersonRow(by.id(), by.name(), by.mail(), by.roles(), by.lead(), false);
        if (!leads(by)) throw new NotFound();
        return team.stream()
                .filter(member -> member.id().equals(person))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private HostWeek week(Host host, List<Offered> offered, @Nullable OfferingId shown, LocalDate today) {
        var hosted = offered.stream()
                .filter(each -> each.mayBeHostedBy(host.person()))
                .toList();
        if (hosted.isEmpty() || !host.active()) return HostWeek.without(today);
        var offering = hosted.stream()
                .filter(each -> each.id().equals(shown))
                .findFirst()
                .orElse(hosted.getFirst());
        int minutes = offering.lengths().getFirst();
        var demand = Demand.of(offering, minutes, offering.formats().getFirst()).by(host.person());
        var last = today.plusDays(offering.rules().horizonDays() + 1L);
        var free = calendar.free(demand, today, last, host.zone(), null).stream()
                .map(FreeTime::starts)
                .toList();
        return HostWeek.of(offering, free, Duration.ofMinutes(minutes), today, host.zone());
    }

    private List<HostPage.Away> away(PersonId person, SignedIn by, ZoneId zone) {
        var stretches = away.ahead(person, by);
        if (stretches.isEmpty()) return List.of();
        var booked = booked(person);
        return stretches.stream()
                .map(stretch -> new HostPage.Away(
                        stretch,
                        booked.stream()
                                .filter(each -> within(
                                        stretch, each.starts().atZone(zone).toLocalDate()))
                                .toList()))
                .toList();
    }

    private static boolean within(DaysAway.Stretch stretch, LocalDate day) {
        return !day.isBefore(stretch.first()) && !day.isAfter(stretch.last());
    }

    private List<HostPage.Booked> booked(PersonId person) {
        return database.sql("""
                        select title, path, starts_at from calendar_taken
                        where host_id = ? and kind not in ('HOLD', 'BLOCK') and ends_at > ?
                        order by starts_at limit ?""")
                .params(person.value(), clock.instant().atOffset(ZoneOffset.UTC), MOST_BOOKINGS)
                .query((row, number) -> new HostPage.Booked(
                        row.getString("title"),
                        row.getString("path"),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static HostPage.Busy busy(@Nullable Host host) {
        if (host == null || host.busyUrl() == null) return new HostPage.Busy(null, null, null, null);
        return new HostPage.Busy(
                URI.create(host.busyUrl()).getHost(), host.busyReadAt(), host.busyTriedAt(), host.busyProblem());
    }
}
