package org.ambassadorportal.consultation;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.calendar.ReminderDue;
import org.ambassadorportal.calendar.TakenKind;
import org.ambassadorportal.calendar.TestHosts;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.identity.OptionalMail;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.organization.When;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What goes into calendars, and what is reminded of. */
@PortalTest
@RecordApplicationEvents
@Import(TestHosts.class)
class ConsultationMailTests {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private ConsultationRequests requests;

    @Autowired
    private Appointments appointments;

    @Autowired
    private Consultations consultations;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestHosts hosts;

    @Autowired
    private Doors doors;

    @Autowired
    private TestClock clock;

    @Autowired
    private When when;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private TransactionTemplate transaction;

    private PersonRow tomas;
    private PersonRow priya;
    private PersonRow jo;

    @BeforeEach
    void people() {
        clock.hold(Instant.parse("2027-06-04T16:00:00Z"));
        tomas = people.staff("Tomás Sample");
        priya = people.comms("Priya Testcase");
        jo = hosts.host("Mo Calendar");
    }

    @AfterEach
    void letTheClockRun() {
        clock.run();
    }

    @Test
    void theCalendarFileOfABookingIsForThoseWhoMaySeeIt() {
        var reference = accepted();
        var file = file(tomas, reference);
        assertThat(file).hasStatusOk().hasContentType("text/calendar;charset=UTF-8");
        assertThat(file.getResponse().getHeader("Content-Disposition")).contains(reference + ".ics");
        var event = Biweekly.parse(text(file)).first().getEvents().getFirst();
        assertThat(event.getSummary().getValue()).isEqualTo("Consultation: Closing our page");
        assertThat(event.getUid().getValue()).startsWith(booking(reference).toString());
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(starts());
        assertThat(event.getLocation().getValue()).isEqualTo("https://meet.example.org/42");
        assertThat(text(file)).contains("METHOD:PUBLISH", "BEGIN:VTIMEZONE").doesNotContain("555");
        assertThat(file(priya, reference)).hasStatusOk();
        assertThat(file(people.staff("Somebody Else"), reference)).hasStatus(404);
    }

    @Test
    void theCalendarFileIsAlsoBehindTheLinkOfAMail() {
        var reference = accepted();
        var booking = new BookingId(booking(reference));
        for (var path :
                List.of(AsSystem.call(() -> doors.path(booking)), AsSystem.call(() -> doors.guestPath(booking)))) {
            var file = browser.get().uri(path + "/invitation.ics").exchange();
            assertThat(file).hasStatusOk();
            var event = Biweekly.parse(text(file)).first().getEvents().getFirst();
            assertThat(event.getUid().getValue()).startsWith(booking.value().toString());
            assertThat(event.getAttendees()).isEmpty();
        }
        assertThat(browser.get().uri("/booking/made-up/invitation.ics").exchange())
                .hasStatus(404);
        does(tomas, () -> requests.callOff(reference, tomas.id()));
        assertThat(browser.get()
                        .uri(AsSystem.call(() -> doors.path(booking)) + "/invitation.ics")
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void whatIsNotAgreedHasNoCalendarFile() {
        var reference = asked();
        assertThat(file(tomas, reference)).hasStatus(404);
        does(priya, () -> appointments.accept(reference, priya.id(), slot()));
        does(tomas, () -> requests.callOff(reference, tomas.id()));
        assertThat(file(tomas, reference)).hasStatus(404);
        assertThat(file(tomas, Reference.of(999_999_999L))).hasStatus(404);
    }

    @Test
    void remindsRequesterAndHostWithoutATelephoneNumber() {
        var reference = accepted();
        due(booking(reference), starts(), OptionalMail.DAY_BEFORE);
        assertThat(to("consultation-day-before")).containsExactly(tomas.mail());
        assertThat(to("consultation-day-before-host")).containsExactly(jo.mail());
        due(booking(reference), starts(), OptionalMail.HOUR_BEFORE);
        assertThat(to("consultation-hour-before")).containsExactly(tomas.mail());
        assertThat(to("consultation-hour-before-host")).containsExactly(jo.mail());
        assertThat(reminders())
                .hasSize(4)
                .allMatch(letter -> letter.optional() != null)
                .allMatch(letter -> letter.facts().values().stream().noneMatch(fact -> fact.contains("555")));
    }

    @Test
    void remindsOfNothingThatDoesNotTakePlaceThen() {
        var reference = accepted();
        var booking = booking(reference);
        due(booking, starts().plusSeconds(60), OptionalMail.HOUR_BEFORE);
        due(UUID.randomUUID(), starts(), OptionalMail.HOUR_BEFORE);
        does(tomas, () -> requests.callOff(reference, tomas.id()));
        due(booking, starts(), OptionalMail.HOUR_BEFORE);
        assertThat(reminders()).isEmpty();
    }

    @Test
    void acceptingPutsItIntoTheCalendarsOfRequesterAndHost() {
        var reference = accepted();
        var requesters = event("consultation-accepted", tomas);
        var hosts = event("consultation-host", jo);
        assertThat(List.of(requesters.method(), hosts.method())).containsOnly("REQUEST");
        assertThat(requesters.uid())
                .isEqualTo(hosts.uid())
                .startsWith(booking(reference).toString());
        assertThat(requesters.starts()).isEqualTo(hosts.starts()).isEqualTo(starts());
        assertThat(requesters.sequence()).isEqualTo(sequence(reference));
    }

    @Test
    void aProposedTimeStandsInNoCalendarUntilItIsAgreedTo() {
        var reference = asked();
        does(priya, () -> appointments.propose(reference, priya.id(), slot()));
        assertThat(letters()).allMatch(letter -> letter.calendar() == null);
        does(tomas, () -> appointments.agree(reference, tomas.id(), new AnswerForm("", null)));
        assertThat(event("consultation-accepted", tomas).uid())
                .isEqualTo(event("consultation-agreed", jo).uid())
                .startsWith(booking(reference).toString());
        assertThat(event("consultation-accepted", tomas).sequence()).isEqualTo(sequence(reference));
    }

    @Test
    void handingOverMovesTheEntryFromTheFirstHostToTheSecond() {
        var reference = accepted();
        var before = event("consultation-host", jo);
        var ada = hosts.host("Ida Calendar");
        does(priya, () -> appointments.handOver(reference, priya.id(), new HandOverForm(ada.id(), "", null)));
        var first = event("consultation-handed-away", jo);
        var second = event("consultation-host", ada);
        var requesters = event("consultation-handed-over", tomas);
        assertThat(first.method()).isEqualTo("CANCEL");
        assertThat(List.of(second.method(), requesters.method())).containsOnly("REQUEST");
        assertThat(List.of(first.uid(), second.uid(), requesters.uid())).containsOnly(before.uid());
        assertThat(List.of(first.sequence(), second.sequence(), requesters.sequence()))
                .containsOnly(before.sequence() + 1, sequence(reference));
    }

    @Test
    void callingOffTakesItOutOfTheCalendarsWhoeverDoesIt() {
        var reference = accepted();
        does(tomas, () -> requests.callOff(reference, tomas.id()));
        for (var each : List.of(event("consultation-canceled-booker", tomas), event("consultation-canceled", jo))) {
            assertThat(each.method()).isEqualTo("CANCEL");
            assertThat(each.uid()).startsWith(booking(reference).toString());
            assertThat(each.sequence()).isEqualTo(sequence(reference)).isEqualTo(1);
        }
    }

    /** What a letter brings for a calendar. */
    private record Brought(String method, String uid, int sequence, Instant starts) {}

    private Brought event(String key, PersonRow to) {
        var part = letters().stream()
                .filter(letter -> letter.key().equals(key))
                .filter(letter -> letter.to().stream().anyMatch(one -> one.id().equals(to.id())))
                .map(letter -> java.util.Objects.requireNonNull(letter.calendar()))
                .findFirst()
                .orElseThrow();
        var event = Biweekly.parse(part.text()).first().getEvents().getFirst();
        return new Brought(
                part.method(),
                event.getUid().getValue(),
                event.getSequence().getValue(),
                event.getDateStart().getValue().toInstant());
    }

    private int sequence(Reference reference) {
        return transaction.execute(status -> java.util.Objects.requireNonNull(
                        consultations.findByReference(reference).orElseThrow().booking())
                .sequence());
    }

    private void due(UUID booking, Instant starts, OptionalMail which) {
        var due = new ReminderDue(booking, TakenKind.BOOKING, jo.id(), starts, which);
        transaction.executeWithoutResult(status -> AsSystem.run(() -> publisher.publishEvent(due)));
    }

    private Reference accepted() {
        var reference = asked();
        does(priya, () -> appointments.accept(reference, priya.id(), slot()));
        return reference;
    }

    private Reference asked() {
        var about = new AboutForm("self", "", "Closing our page", "How?", "", List.of(), "", null, "", "", "me", "");
        var times = new WhenForm(
                Format.PHONE,
                "",
                "734-555-0199",
                45,
                soon(),
                LocalTime.of(10, 0),
                null,
                null,
                null,
                null,
                "",
                "",
                List.of(),
                "");
        return does(tomas, () -> requests.ask(tomas.id(), RequestKind.CONSULTATION, about, times));
    }

    private LocalDate soon() {
        return when.today().plusDays(4);
    }

    private Instant starts() {
        return soon().atTime(10, 0).atZone(when.zone()).toInstant();
    }

    private SlotForm slot() {
        return new SlotForm(
                null,
                soon(),
                LocalTime.of(10, 0),
                45,
                jo.id().toString(),
                Format.VIDEO,
                "https://meet.example.org/42",
                "See you",
                true,
                true,
                null);
    }

    private UUID booking(Reference reference) {
        return transaction.execute(status -> java.util.Objects.requireNonNull(
                        consultations.findByReference(reference).orElseThrow().booking())
                .id()
                .value());
    }

    private MvcTestResult file(PersonRow who, Reference reference) {
        return browser.get()
                .uri("/consultations/" + reference + "/invitation.ics")
                .with(as(who))
                .exchange();
    }

    private static String text(MvcTestResult file) {
        try {
            return file.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Letter> reminders() {
        return events.stream(Reminded.class)
                .flatMap(event -> event.letters().stream())
                .toList();
    }

    private List<Letter> letters() {
        return events.stream(Mailed.class)
                .flatMap(event -> event.letters().stream())
                .toList();
    }

    private List<String> to(String key) {
        return letters().stream()
                .filter(letter -> letter.key().equals(key))
                .flatMap(letter -> letter.to().stream())
                .map(org.ambassadorportal.identity.Addressee::mail)
                .toList();
    }
}
