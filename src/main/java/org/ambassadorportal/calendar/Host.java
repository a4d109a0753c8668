package org.ambassadorportal.calendar;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Aggregate;
import org.jspecify.annotations.Nullable;

/** Somebody of the team who can be booked: when, how often, and for how much of the work. */
@Entity
@Table(name = "calendar_host")
class Host extends Aggregate<Host> {

    static final int FULL_SHARE = 100;

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "person_id"))
    private PersonId person;

    private String zone;
    private @Nullable String videoAddress;
    private @Nullable Integer perWeek;
    private int weight = FULL_SHARE;
    private boolean active = true;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "calendar_hours", joinColumns = @JoinColumn(name = "host_id"))
    private List<HoursRow> hours = new ArrayList<>();

    private byte @Nullable [] feedHash;
    private @Nullable Instant feedAt;
    private @Nullable String busyUrl;

    /** How reading the host's own calendar went; the job that reads it writes these, and no form waits for it. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant busyReadAt;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant busyTriedAt;

    @Column(insertable = false, updatable = false)
    private @Nullable String busyProblem;

    Host(PersonId person, ZoneId zone) {
        this.person = person;
        this.zone = zone.getId();
    }

    @SuppressWarnings("NullAway.Init")
    protected Host() {}

    /** Changes when they are there; what was booked stays booked. */
    void beThere(HostTerms terms, @Nullable Long seen, Instant at) {
        mustBe(seen);
        var changed = new ArrayList<String>();
        if (!terms.zone().getId().equals(zone)) changed.add("zone");
        if (!Objects.equals(terms.videoAddress(), videoAddress)) changed.add("video-address");
        if (!Objects.equals(terms.perWeek(), perWeek)) changed.add("per-week");
        zone = terms.zone().getId();
        videoAddress = terms.videoAddress();
        perWeek = terms.perWeek();
        if (!new HashSet<>(terms.hours()).equals(new HashSet<>(hours()))) {
            hours.clear();
            terms.hours().forEach(each -> hours.add(HoursRow.of(each)));
            changed.add("hours");
        }
        happened(new HostHoursChanged(person, changed, at));
    }

    /** How much of the work they take, and whether any. */
    void share(int newWeight, boolean newActive, Instant at) {
        if (newWeight == weight && newActive == active) return;
        weight = newWeight;
        active = newActive;
        happened(new HostShareChanged(person, at));
    }

    /** Reads when they are busy from this address, or from none. */
    void readBusyFrom(@Nullable String url, Instant at) {
        busyUrl = url;
        happened(new BusyCalendarChanged(person, at));
    }

    /** Their bookings stand at the address with this hash from now on. */
    void beSubscribedAt(byte[] hash, Instant at) {
        if (Arrays.equals(hash, feedHash)) return;
        feedHash = hash;
        feedAt = at;
        happened(new CalendarAddressRenewed(person, at));
    }

    List<Hours> hours() {
        return hours.stream().map(HoursRow::hours).toList();
    }

    PersonId person() {
        return person;
    }

    ZoneId zone() {
        return ZoneId.of(zone);
    }

    @Nullable String videoAddress() {
        return videoAddress;
    }

    @Nullable Integer perWeek() {
        return perWeek;
    }

    int weight() {
        return weight;
    }

    boolean active() {
        return active;
    }

    @Nullable String busyUrl() {
        return busyUrl;
    }

    @Nullable Instant feedAt() {
        return feedAt;
    }

    @Nullable Instant busyReadAt() {
        return busyReadAt;
    }

    @Nullable Instant busyTriedAt() {
        return busyTriedAt;
    }

    @Nullable String busyProblem() {
        return busyProblem;
    }
}
