package org.ambassadorportal.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Attendee;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.calendar.FairShare;
import org.ambassadorportal.consultation.ConsultationEntries.Entry;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.OfferingId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What each of those who come gets into the calendar, read back by two readers. */
@PortalTest
class ConsultationEntriesTests {

    private static final OfferingId ONESELF = new OfferingId(UUID.fromString("0193f000-0000-7000-8000-000000000001"));
    private static final Instant STARTS = Instant.parse("2027-06-08T14:00:00Z");
    private static final Instant NOW = Instant.parse("2027-06-01T14:00:00Z");
    private static final String PHONE = "734-555-0199";
    private static final String NAMELESS = "nameless@elsewhere.example";
    private static final String GUEST = "guest-of-theirs@elsewhere.example";

    @Autowired
    private ConsultationEntries entries;

    @Autowired
    private TestPeople people;

    private PersonRow tomas;
    private PersonRow jo;
    private PersonRow ada;
    private Addressee guest;

    @BeforeEach
    void people() {
        tomas = people.staff("Tomás Sample");
        jo = people.comms("Jo Specimen");
        ada = people.comms("Ada Fixture");
        guest = new Addressee(PersonId.next(), "Gil Guest", GUEST);
    }

    @Test
    void eachOfThoseWhoComeGetsACopyOfTheirOwn() throws Exception {
        var request = booked(Format.VIDEO, "https://video.example/jo", null);
        var letters = in(request, entry(request), List.of(letter(to(tomas), to(ada)), letter(to(jo)), letter(guest)));

        assertThat(letters).hasSize(4);
        var requesters = read(letters.get(0));
        assertThat(letters.get(1).calendar()).as("told, but does not come").isNull();
        var hosts = read(letters.get(2));
        var guests = read(letters.get(3));
        for (var each : List.of(requesters, hosts, guests)) {
            assertThat(each.method()).isEqualTo("REQUEST");
            assertThat(each.event().getUid().getValue())
                    .startsWith(Objects.requireNonNull(request.booking())
                            .id()
                            .value()
                            .toString());
            assertThat(each.event().getSequence().getValue()).isZero();
            assertThat(each.event().getDateStart().getValue().toInstant()).isEqualTo(STARTS);
            assertThat(each.event().getLocation().getValue()).isEqualTo("https://video.example/jo");
            assertThat(each.text()).doesNotContain("555", "0199", "VALARM");
            assertThat(each.event().getDescription().getValue())
                    .contains("Answers from your calendar are not read", "Also coming: Gil Guest, Somebody, one more");
        }
        assertThat(mails(requesters)).containsExactly(tomas.mail(), jo.mail());
        assertThat(mails(hosts)).containsExactly(tomas.mail(), jo.mail());
        assertThat(mails(guests)).containsExactly(tomas.mail(), jo.mail(), GUEST);
        assertThat(requesters.text() + hosts.text())
                .as("a guest's address is nobody else's business")
                .doesNotContain(GUEST, "elsewhere.example");
        assertThat(requesters.event().getUrl().getValue()).endsWith("/requests/" + request.reference());
        assertThat(hosts.event().getUrl().getValue()).contains("/desk/consultation/");
        assertThat(guests.event().getUrl().getValue()).endsWith("/their-page");
    }

    @Test
    void aTelephoneNumberStandsInNobodysCopy() throws Exception {
        var request = booked(Format.PHONE, PHONE, null);
        for (var letter : in(request, entry(request), List.of(letter(to(tomas), to(jo), guest)))) {
            assertThat(read(letter).text()).doesNotContain("555", "0199");
        }
    }

    @Test
    void theRequestersCopyIsInTheirZone() throws Exception {
        var request = booked(Format.VIDEO, null, ZoneId.of("Europe/Berlin"));
        var letters = in(request, entry(request), List.of(letter(to(tomas)), letter(to(jo))));
        assertThat(read(letters.get(0)).text()).contains("DTSTART;TZID=Europe/Berlin:20270608T160000");
        assertThat(read(letters.get(1)).text()).contains("DTSTART;TZID=America/Detroit:20270608T100000");
    }

    @Test
    void aMoveIsTheSameEntryWithAHigherSequence() throws Exception {
        var request = booked(Format.VIDEO, null, null);
        var booking = Objects.requireNonNull(request.booking());
        var before = booking.slot();
        var after = new Slot(STARTS.plusSeconds(86400), 45, jo.id(), Format.VIDEO, null);
        var announced = changed(request, before, Entry.next(booking, after), List.of(letter(to(tomas), to(jo), guest)));
        request.move(after, new Why(FairShare.Reason.WISHED, 0), List.of(), NOW);

        assertThat(Entry.of(booking))
                .as("what was announced is what stands")
                .isEqualTo(new Entry(booking.id(), 1, after));
        for (var letter : announced) {
            var each = read(letter);
            assertThat(each.method()).isEqualTo("REQUEST");
            assertThat(each.event().getSequence().getValue()).isEqualTo(1);
            assertThat(each.event().getUid().getValue())
                    .startsWith(booking.id().value().toString());
            assertThat(each.event().getDateStart().getValue().toInstant()).isEqualTo(after.starts());
        }
    }

    @Test
    void handingOverCancelsForTheFirstHostAndInvitesTheSecondUnderTheSameUid() throws Exception {
        var request = booked(Format.VIDEO, "https://video.example/jo", null);
        var booking = Objects.requireNonNull(request.booking());
        var after = new Slot(STARTS, 45, ada.id(), Format.VIDEO, "https://video.example/ada");
        var letters = changed(
                request,
                booking.slot(),
                Entry.next(booking, after),
                List.of(letter(to(tomas)), letter(to(jo)), letter(to(ada)), letter(guest)));

        var first = read(letters.get(1));
        assertThat(first.method()).isEqualTo("CANCEL");
        assertThat(first.event().getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(mails(first)).contains(jo.mail()).doesNotContain(ada.mail());
        for (var letter : List.of(letters.get(0), letters.get(2), letters.get(3))) {
            var each = read(letter);
            assertThat(each.method()).isEqualTo("REQUEST");
            assertThat(mails(each)).contains(ada.mail()).doesNotContain(jo.mail());
            assertThat(each.event().getUid().getValue())
                    .isEqualTo(first.event().getUid().getValue());
            assertThat(each.event().getSequence().getValue())
                    .isEqualTo(first.event().getSequence().getValue())
                    .isEqualTo(1);
        }
    }

    @Test
    void callingItOffTakesItOutOfAllCalendars() throws Exception {
        var request = booked(Format.VIDEO, null, null);
        var booking = Objects.requireNonNull(request.booking());
        var letters = out(request, Entry.next(booking, booking.slot()), List.of(letter(to(tomas), to(jo), guest)));
        for (var letter : letters) {
            var each = read(letter);
            assertThat(each.method()).isEqualTo("CANCEL");
            assertThat(each.event().getStatus().getValue()).isEqualTo("CANCELLED");
            assertThat(each.event().getSequence().getValue()).isEqualTo(1);
        }
    }

    @Test
    void lineBreaksInTopicsAndNamesStayInTheirLines() throws Exception {
        var attack = "Our page\r\nATTENDEE:mailto:victim@hospital.example";
        var request = booked(attack, Format.IN_PERSON, "Room 1\r\nX-EVIL:yes", null);
        for (var letter : in(request, entry(request), List.of(letter(to(tomas), to(jo), guest)))) {
            var each = read(letter);
            assertThat(each.text().lines())
                    .noneMatch(line -> line.startsWith("X-EVIL") || line.startsWith("ATTENDEE:"));
            assertThat(mails(each)).doesNotContain("victim@hospital.example");
        }
    }

    private List<Letter> in(ConsultationRequest request, Entry entry, List<Letter> letters) {
        return AsSystem.call(() -> entries.in(request, entry, letters));
    }

    private List<Letter> out(ConsultationRequest request, Entry entry, List<Letter> letters) {
        return AsSystem.call(() -> entries.out(request, entry, letters));
    }

    private List<Letter> changed(ConsultationRequest request, Slot before, Entry entry, List<Letter> letters) {
        return AsSystem.call(() -> entries.changed(request, before, entry, letters));
    }

    /** Read by biweekly; ical4j has to understand the same. */
    private record Read(String text, String method, VEvent event) {}

    private static Read read(Letter letter) throws Exception {
        var part = Objects.requireNonNull(letter.calendar());
        ICalendar calendar = Biweekly.parse(part.text()).first();
        assertThat(calendar.getMethod().getValue()).isEqualTo(part.method());
        var event = calendar.getEvents().getFirst();
        var other = new CalendarBuilder().build(new StringReader(part.text()));
        assertThat(other.validate().getEntries()).isEmpty();
        var same = other.getComponent(Component.VEVENT).orElseThrow();
        assertThat(same.getRequiredProperty(Property.UID).getValue())
                .isEqualTo(event.getUid().getValue());
        assertThat(same.getRequiredProperty(Property.SEQUENCE).getValue())
                .isEqualTo(String.valueOf(event.getSequence().getValue()));
        assertThat(same.getRequiredProperty(Property.SUMMARY).getValue())
                .isEqualTo(event.getSummary().getValue());
        return new Read(part.text().replace("\r\n ", ""), part.method(), event);
    }

    private static List<String> mails(Read read) {
        return read.event().getAttendees().stream().map(Attendee::getEmail).toList();
    }

    private static Addressee to(PersonRow person) {
        return new Addressee(person.id(), person.name(), person.mail());
    }

    private static Letter letter(Addressee... to) {
        return new Letter("test", List.of(to), null, Map.of(), null, "/their-page", null);
    }

    private static Entry entry(ConsultationRequest request) {
        return Entry.of(Objects.requireNonNull(request.booking()));
    }

    private ConsultationRequest booked(Format format, @Nullable String place, @Nullable ZoneId zone) {
        return booked("Closing our page", format, place, zone);
    }

    private ConsultationRequest booked(String topic, Format format, @Nullable String place, @Nullable ZoneId zone) {
        var wanted =
                new Wanted(false, null, topic, "How?", null, null, null, null, null, format, null, PHONE, 45, null);
        var request = new ConsultationRequest(
                        Reference.of(4_000_000_000L),
                        RequestKind.CONSULTATION,
                        tomas.id(),
                        tomas.id(),
                        wanted,
                        List.of(),
                        Set.of(),
                        NOW)
                .with(new Particulars(
                        ONESELF,
                        zone,
                        List.of(
                                new Guest("Gil Guest", GUEST),
                                new Guest("Somebody", null),
                                new Guest(NAMELESS, NAMELESS)),
                        List.of()));
        var slot = new Slot(STARTS, 45, jo.id(), format, place);
        request.book(BookingId.next(), slot, new Why(FairShare.Reason.FEWEST, 1), List.of(), NOW);
        return request;
    }
}
