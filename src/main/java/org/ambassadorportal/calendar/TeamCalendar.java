package org.ambassadorportal.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ambassadorportal.identity.ForInside;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Ids;
import org.ambassadorportal.kernel.Violation;
import org.ambassadorportal.organization.BusinessHours;
import org.ambassadorportal.organization.Organization;
import org.ambassadorportal.organization.OrganizationFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The team's time, for the rooms in which it is booked: what is free, and taking it. Whoever takes a time waits for
 * whoever is taking one of the same hosts, then looks again; so the rules hold under a race, the most a host takes
 * included. The exclusion constraint of the table is the last word.
 */
@Service
@Transactional(readOnly = true)
@ForInside
public class TeamCalendar {

    private static final Duration LATELY = Duration.ofDays(30);

    private final HostTimes hostTimes;
    private final Organization organization;
    private final JdbcClient database;
    private final Clock clock;

    TeamCalendar(HostTimes hostTimes, Organization organization, JdbcClient database, Clock clock) {
        this.hostTimes = hostTimes;
        this.organization = organization;
        this.database = database;
        this.clock = clock;
    }

    /**
     * The free times that begin on these days, the last one included.
     *
     * @param zone in which the days are meant
     * @param but an owner whose own time counts as free, such as a booking that is to be moved
     */
    public List<FreeTime> free(Demand demand, LocalDate first, LocalDate last, ZoneId zone, @Nullable UUID but) {
        if (last.isBefore(first)) return List.of();
        var window = new Span(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
        return free(demand, window, but);
    }

    /** The next free times from a moment on, looking as far as the horizon. */
    public List<FreeTime> next(Demand demand, Instant from, int howMany, @Nullable UUID but) {
        var window = Span.of(from, Duration.ofDays(demand.horizonDays() + 2L));
        return free(demand, window, but).stream().limit(howMany).toList();
    }

    /**
     * The time of all hosts around a window as it is now, to ask it several questions without going back to the
     * database.
     *
     * @param but an owner whose own time counts as free, such as a booking that is to be moved
     */
    public TeamTimes look(Span window, @Nullable UUID but) {
        var now = clock.instant();
        var facts = organization.facts();
        return new TeamTimes(
                hostTimes.with(now.minus(LATELY), window, but, now), window, holidays(facts), facts.zone(), now);
    }

    /** Where this host meets people by video, if they said so. */
    public Optional<String> videoAddress(PersonId host) {
        return database.sql("select video_address from calendar_host where person_id = ? and video_address is not null")
                .param(host.value())
                .query(String.class)
                .optional();
    }

    /** Who is free at each of these times; a time at which nobody is stands there with nobody. */
    public Map<Instant, List<PersonId>> freeHosts(Demand demand, Collection<Instant> times, @Nullable UUID but) {
        var found = new LinkedHashMap<Instant, List<PersonId>>();
        for (var time : times) found.put(time, freeAt(demand, time, but));
        return found;
    }

    /**
     * Takes a time, for the host who is wished for if that one is free, or else for the fairest. Whatever the owner had
     * before is given back.
     *
     * @throws TimeTaken when nobody who may is free at this time any more
     */
    @Transactional
    public Given take(Demand demand, Instant starts, Taking taking, @Nullable PersonId wished) {
        var now = clock.instant();
        var waited = lock(demand.hosts());
        forgetExpired(now);
        release(taking.owner());
        var free = freeAt(demand, starts, taking.owner()).stream()
                .filter(waited::contains)
                .toList();
        if (free.isEmpty()) throw new TimeTaken();
        var choice = FairShare.among(loads(free, now), wished);
        var expires = taking.holdFor() == null ? null : now.plus(taking.holdFor());
        insert(choice.host(), demand, starts, taking, now, expires);
        return new Given(choice.host(), starts, choice.reason(), choice.recent(), expires);
    }

    /**
     * Takes a time knowingly outside a host's hours, or past the most they take; never across something else.
     *
     * @throws TimeTaken when something of the host stands there
     */
    @Transactional
    public Given takeAnyway(Demand demand, Instant starts, Taking taking, PersonId host) {
        var now = clock.instant();
        lock(Set.of(host));
        forgetExpired(now);
        release(taking.owner());
        var expires = taking.holdFor() == null ? null : now.plus(taking.holdFor());
        insert(host, demand, starts, taking, now, expires);
        return new Given(host, starts, FairShare.Reason.WISHED, 0, expires);
    }

    /**
     * Gives a taken time to another host.
     *
     * @throws TimeTaken when that host is not free then
     */
    @Transactional
    public Given handOver(Demand demand, Instant starts, Taking taking, PersonId to) {
        return take(demand.by(to), starts, taking, to);
    }

    /**
     * Lets a hold last anew.
     *
     * @return when it ends; nothing when it has ended already
     */
    @Transactional
    public Optional<Instant> extend(UUID owner) {
        var now = clock.instant();
        var until = now.plus(Taking.HOLD);
        int held = database.sql("""
                        update calendar_taken set expires_at = :until
                        where owner_id = :owner and kind = 'HOLD' and expires_at > :now""")
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("owner", owner)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return held == 1 ? Optional.of(until) : Optional.empty();
    }

    /** The hold of this owner, if it has not ended. */
    public Optional<Given> held(UUID owner) {
        return database.sql("""
                        select host_id, starts_at, expires_at from calendar_taken
                        where owner_id = :owner and kind = 'HOLD' and expires_at > :now""")
                .param("owner", owner)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Given(
                        new PersonId(row.getObject("host_id", UUID.class)),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        FairShare.Reason.WISHED,
                        0,
                        instant(row, "expires_at")))
                .optional();
    }

    /** Gives a time back; it is free again at once. Nothing happens where nothing was taken. */
    @Transactional
    public void release(UUID owner) {
        database.sql("delete from calendar_taken where owner_id = ?")
                .param(owner)
                .update();
    }

    /** What is taken gets another title in the team's calendar. */
    @Transactional
    public void rename(UUID owner, String title) {
        database.sql("update calendar_taken set title = ? where owner_id = ?")
                .params(title, owner)
                .update();
    }

    /** Removes holds that have ended; they are in nobody's way before. */
    @Transactional
    public void forgetExpired() {
        forgetExpired(clock.instant());
    }

    private void forgetExpired(Instant now) {
        database.sql("delete from calendar_taken where expires_at <= ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<PersonId> freeAt(Demand demand, Instant starts, @Nullable UUID but) {
        return free(demand, Span.of(starts, Duration.ofSeconds(1)), but).stream()
                .filter(time -> time.starts().equals(starts))
                .findFirst()
                .map(FreeTime::hosts)
                .orElse(List.of());
    }

    private List<FreeTime> free(Demand demand, Span window, @Nullable UUID but) {
        var now = clock.instant();
        var facts = organization.facts();
        var hosts = hostTimes.around(window, demand.hosts(), but, now);
        return new FreeTimes(demand, holidays(facts), facts.zone(), now).of(hosts, window);
    }

    private static List<LocalDate> holidays(OrganizationFacts facts) {
        return facts.hours().holidays().stream().map(BusinessHours.Holiday::day).toList();
    }

    /** Waits for whoever is taking a time of one of these hosts; always in the same order, so that nobody waits forever. */
    private Set<PersonId> lock(Set<PersonId> hosts) {
        return Set.copyOf(database.sql("""
                        select person_id from calendar_host
                        where cardinality(:hosts::uuid[]) = 0 or person_id = any(:hosts::uuid[])
                        order by person_id for update""")
                .param("hosts", hosts.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list());
    }

    private List<FairShare.Load> loads(List<PersonId> hosts, Instant now) {
        return database.sql("""
                        select h.person_id, h.weight, max(t.given_at) as last,
                            count(t.id) filter (where t.given_at > :since) as recent
                        from calendar_host h
                        left join calendar_taken t on t.host_id = h.person_id and t.kind not in ('HOLD', 'BLOCK')
                        where h.person_id = any(:hosts)
                        group by h.person_id""")
                .param("since", now.minus(LATELY).atOffset(ZoneOffset.UTC))
                .param("hosts", hosts.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, number) -> new FairShare.Load(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getInt("recent"),
                        row.getInt("weight"),
                        instant(row, "last")))
                .list();
    }

    private void insert(
            PersonId host, Demand demand, Instant starts, Taking taking, Instant now, @Nullable Instant expires) {
        var span = Span.of(starts, demand.length());
        var whole = span.with(demand.before(), demand.after());
        try {
            database.sql("""
                            insert into calendar_taken (id, host_id, kind, owner_id, during, starts_at, ends_at,
                                offering_id, title, path, given_at, expires_at)
                            values (:id, :host, :kind, :owner, tstzrange(:from, :until), :starts, :ends,
                                :offering, :title, :path, :now, :expires)""")
                    .param("id", Ids.next())
                    .param("host", host.value())
                    .param("kind", taking.kind().name())
                    .param("owner", taking.owner())
                    .param("from", whole.from().atOffset(ZoneOffset.UTC))
                    .param("until", whole.until().atOffset(ZoneOffset.UTC))
                    .param("starts", span.from().atOffset(ZoneOffset.UTC))
                    .param("ends", span.until().atOffset(ZoneOffset.UTC))
                    .param("offering", demand.offering().value())
                    .param("title", taking.title())
                    .param("path", taking.path())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("expires", expires == null ? null : expires.atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DataIntegrityViolationException refused) {
            if (Violation.of("calendar_taken_once", refused)) throw new TimeTaken();
            throw refused;
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
