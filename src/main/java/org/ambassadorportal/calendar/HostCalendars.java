package org.ambassadorportal.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.ambassadorportal.identity.ForAnyone;
import org.ambassadorportal.identity.ForComms;
import org.ambassadorportal.identity.ForSystem;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.SignedIn;
import org.ambassadorportal.kernel.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What passes between the portal and the hosts' own calendars: the portal reads when they are busy, and their calendars
 * subscribe to their bookings at a secret address, of which only a hash is kept. Both are for the host alone; not even a
 * lead may set another's.
 */
@Service
class HostCalendars {

    /** Bookings older than this are of no use in a calendar that subscribes. */
    private static final Duration PAST = Duration.ofDays(90);

    private static final int MOST = 2_000;
    private static final int SECRET_BYTES = 32;

    private final HostRepository hosts;
    private final BusyTimes busy;
    private final Invitations invitations;
    private final JdbcClient database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    HostCalendars(HostRepository hosts, BusyTimes busy, Invitations invitations, JdbcClient database, Clock clock) {
        this.hosts = hosts;
        this.busy = busy;
        this.invitations = invitations;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Sets the address of a host's own calendar; what another one said before is forgotten.
     *
     * @param url {@code null} for none any more
     * @throws NotFound when they are no host, or it is not their own
     */
    @ForComms
    @Transactional
    void readBusyFrom(PersonId person, @Nullable String url, SignedIn by) {
        var host = own(person, by);
        host.readBusyFrom(url, clock.instant());
        hosts.saveAndFlush(host);
        busy.forget(person);
    }

    /** Reads a host's own calendar now; what goes wrong stands on their page. */
    @ForComms
    void readNow(PersonId person, SignedIn by) {
        own(person, by);
        busy.read(person);
    }

    @ForSystem
    void readDue() {
        busy.readDue();
    }

    /**
     * Gives a host's bookings a new secret address; the one before leads nowhere from then on.
     *
     * @return the secret; it is told once and kept nowhere
     */
    @ForComms
    @Transactional
    String renewAddress(PersonId person, SignedIn by) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var host = own(person, by);
        host.beSubscribedAt(hash(secret), clock.instant());
        hosts.saveAndFlush(host);
        return secret;
    }

    /**
     * All bookings of the host with this secret, as a calendar file.
     *
     * @throws NotFound when nobody has it, or they can no longer sign in
     */
    @ForAnyone
    @Transactional(readOnly = true)
    String bookings(String secret) {
        record Owner(PersonId id, String name, ZoneId zone) {}
        var owner = database.sql("""
                        select h.person_id, h.zone, p.name from calendar_host h join person p on p.id = h.person_id
                        where h.feed_hash = ? and not p.disabled and p.role in ('COMMS', 'ADMIN')""")
                .param(hash(secret))
                .query((row, number) -> new Owner(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("name"),
                        ZoneId.of(row.getString("zone"))))
                .optional()
                .orElseThrow(NotFound::new);
        return invitations.all(owner.name(), owner.zone(), booked(owner.id(), owner.zone()));
    }

    private List<Invitation> booked(PersonId host, ZoneId zone) {
        return database.sql("""
                        select owner_id, title, path, starts_at, ends_at from calendar_taken
                        where host_id = ? and kind <> 'HOLD' and ends_at > ?
                        order by starts_at, owner_id limit ?""")
                .params(host.value(), clock.instant().minus(PAST).atOffset(ZoneOffset.UTC), MOST)
                .query((row, number) -> new Invitation(
                        row.getObject("owner_id", UUID.class),
                        0,
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        zone,
                        row.getString("title"),
                        "",
                        null,
                        Objects.requireNonNullElse(row.getString("path"), "/desk/calendar"),
                        List.of()))
                .list();
    }

    private Host own(PersonId person, SignedIn by) {
        if (!by.id().equals(person)) throw new NotFound();
        return hosts.findById(person).orElseThrow(NotFound::new);
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
