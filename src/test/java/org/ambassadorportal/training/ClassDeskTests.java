package org.ambassadorportal.training;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.calendar.Demand;
import org.ambassadorportal.calendar.ReminderDue;
import org.ambassadorportal.calendar.TakenKind;
import org.ambassadorportal.calendar.Taking;
import org.ambassadorportal.calendar.TeamCalendar;
import org.ambassadorportal.calendar.TestHosts;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.OptionalMail;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.Offerings;
import org.ambassadorportal.organization.When;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What the team does with a class, and what calendars and mailboxes make of it. */
@PortalTest
@RecordApplicationEvents
@Import({TestHosts.class, TrainingRoom.class})
class ClassDeskTests {

    private static final LocalDate DAY = LocalDate.of(2027, 6, 8);

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestHosts hosts;

    @Autowired
    TestPeople people;

    @Autowired
    TrainingRoom room;

    @Autowired
    Seats seats;

    @Autowired
    TeamCalendar calendar;

    @Autowired
    Offerings offerings;

    @Autowired
    ApplicationEvents events;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    @Autowired
    When when;

    PersonRow hanna;
    PersonRow priya;
    PersonRow ann;
    PersonRow ben;

    @BeforeEach
    void everybody() {
        clock.hold(at(DAY.minusDays(9), 12));
        hanna = hosts.host("Hanna Host");
        priya = hosts.host("Priya Host");
        ann = people.staff("=Ann Staff");
        ben = people.staff("Ben Staff");
    }

    @AfterEach
    void letItRun() {
        clock.run();
    }

    @Test
    void aClassIsAnnouncedByItsFormAndTakesTheHostsTime() {
        var once = UUID.randomUUID().toString();

        var done = announce(hanna, "10:00", "", "once", once);
        var again = announce(hanna, "10:00", "", "once", once);

        assertThat(done).hasStatus(303);
        assertThat(again.getResponse().getRedirectedUrl())
                .as("the same form twice announces one class")
                .isEqualTo(done.getResponse().getRedirectedUrl());
        assertThat(isFree(hanna, 10)).isFalse();
        var page = text(hanna, Objects.requireNonNull(done.getResponse().getRedirectedUrl()));
        assertThat(page).contains("Hard comments", "Hanna Host", "0 of 8 taken", "Nobody has a seat yet");
        assertThat(text(hanna, "/desk/classes")).contains("Hard comments");
        assertThat(text(ann, "/training")).contains("Hard comments", "8 of 8 seats are free");
        assertThat(letters(hanna)).containsExactly("class-hosts");
    }

    @Test
    void aHostWhoIsNotFreeIsSaidWithThoseWhoAre() {
        take(hanna, 10);

        var refused = announce(hanna, "10:00", "");

        assertThat(refused).hasStatus(422);
        assertThat(refused).bodyText().contains("The host is not free then. Free then:", "Priya Host", "Hard comments");
        assertThat(announce(hanna, "10:00", "true"))
                .as("never across something else, whatever is ticked")
                .hasStatus(422)
                .bodyText()
                .contains("Something else of the host stands in the calendar then.");
    }

    @Test
    void outsideTheHostsHoursOnlyKnowingly() {
        assertThat(announce(hanna, "19:00", "")).hasStatus(422).bodyText().contains("tick the box below");
        assertThat(announce(hanna, "19:00", "true")).hasStatus(303);
    }

    @Test
    void saysAtTheFieldWhatIsWrongAndKeepsWhatWasTyped() {
        var refused = browser.post()
                .uri("/desk/classes")
                .with(as(hanna))
                .with(csrf())
                .param("offering", TrainingRoom.TRAINING.toString())
                .param("about", "Words that stay")
                .param("day", "soon")
                .param("time", "10:00")
                .param("minutes", "5")
                .param("host", ann.id().toString())
                .param("format", "IN_PERSON")
                .param("seats", "many")
                .exchange();
        assertThat(refused).hasStatus(422);
        assertThat(refused)
                .bodyText()
                .contains(
                        "Words that stay",
                        "Enter a title.",
                        "Enter a date",
                        "A class lasts 15 to 480 minutes.",
                        "Enter where people meet.",
                        "Enter the seats as a whole number.");
        assertThat(announce(ann.id().toString(), DAY, "10:00", ""))
                .hasStatus(422)
                .bodyText()
                .contains("This person does not host such a class.");
        assertThat(announce(hanna.id().toString(), DAY.minusYears(1), "10:00", ""))
                .hasStatus(422)
                .bodyText()
                .contains("This time is past.");
    }

    @Test
    void aMoveIsMailedToEverybodyAndTheirCalendarsFollow() {
        var id = room.announced(hanna, DAY, 10, 1);
        does(ann, () -> seats.take(id, ann.id()));
        does(ben, () -> seats.await(id, ben.id()));
        var first = entry("class-taken");

        assertThat(change(id, DAY, "14:00", hanna, 1, 0)).hasStatus(303);

        assertThat(letters(ann)).containsExactly("class-taken", "class-changed");
        assertThat(letters(ben)).containsExactly("class-changed-waiting");
        assertThat(letters(hanna)).containsExactly("class-hosts", "class-hosts-changed");
        var moved = entry("class-changed");
        assertThat(moved.getUid().getValue()).isEqualTo(first.getUid().getValue());
        assertThat(moved.getSequence().getValue())
                .isGreaterThan(first.getSequence().getValue());
        assertThat(moved.getDateStart().getValue().toInstant()).isEqualTo(at(DAY, 14));
        assertThat(isFree(hanna, 10)).isTrue();
        assertThat(isFree(hanna, 14)).isFalse();
        assertThat(letter("class-changed-waiting").calendar()).isNull();
        assertThat(letter("class-changed-waiting").facts())
                .as("without a seat no video address")
                .doesNotContainKey("training.place");
    }

    @Test
    void whoGivesTheSeatBackAndTakesOneAgainHasTheNewerEntry() {
        var id = room.announced(hanna, DAY, 10, 2);
        does(ann, () -> seats.take(id, ann.id()));
        var first = entry("class-taken");
        does(ann, () -> seats.leave(id, ann.id()));
        var out = letter("class-given-back");
        events.clear();
        does(ann, () -> seats.take(id, ann.id()));

        assertThat(Objects.requireNonNull(out.calendar()).method()).isEqualTo("CANCEL");
        int gone = read(Objects.requireNonNull(out.calendar()).text())
                .getSequence()
                .getValue();
        assertThat(gone).isGreaterThan(first.getSequence().getValue());
        assertThat(entry("class-taken").getSequence().getValue()).isGreaterThan(gone);
    }

    @Test
    void anotherHostTakesOverAndTheFirstOnesTimeIsFree() {
        var id = room.announced(hanna, DAY, 10, 1);

        assertThat(change(id, DAY, "10:00", priya, 1, 0)).hasStatus(303);

        assertThat(isFree(hanna, 10)).isTrue();
        assertThat(isFree(priya, 10)).isFalse();
        assertThat(letters(hanna)).containsExactly("class-hosts", "class-hosts-no-more");
        assertThat(letters(priya)).containsExactly("class-hosts");
        assertThat(Objects.requireNonNull(letter("class-hosts-no-more").calendar())
                        .method())
                .isEqualTo("CANCEL");
    }

    @Test
    void showsBothVersionsToWhoeverComesSecond() {
        var id = room.announced(hanna, DAY, 10, 3);
        assertThat(change(id, DAY, "14:00", hanna, 3, 0)).hasStatus(303);

        var late = change(id, DAY, "15:00", hanna, 4, 0);

        assertThat(late).hasStatus(409);
        assertThat(late)
                .bodyText()
                .contains("Somebody else changed this class meanwhile.", "Jun 8, 2027, 2:00 pm", "15:00");
        assertThat(change(id, DAY, "15:00", hanna, 4, 1)).hasStatus(303);
    }

    @Test
    void whoTakesASeatIsInNobodysWayWhoEditsTheClass() {
        var id = room.announced(hanna, DAY, 10, 3);
        does(ann, () -> seats.take(id, ann.id()));

        assertThat(change(id, DAY, "14:00", hanna, 3, 0)).hasStatus(303);
    }

    @Test
    void moreSeatsGoToThoseWhoWaitAndTooFewAreRefusedInWords() {
        var id = room.announced(hanna, DAY, 10, 2);
        does(ann, () -> seats.take(id, ann.id()));
        does(ben, () -> seats.take(id, ben.id()));
        var cleo = people.staff("Cleo Staff");
        does(cleo, () -> seats.await(id, cleo.id()));

        var refused = post(id, "seats", "seats", "1");

        assertThat(refused).hasStatus(422).bodyText().contains("2 people have a seat already");
        assertThat(post(id, "seats", "seats", "3")).hasStatus(303);
        assertThat(letters(cleo)).containsExactly("class-offered");
    }

    @Test
    void aClassIsCanceledForAllWithAReasonAndTheTimeIsFreeAgain() {
        var id = room.announced(hanna, DAY, 10, 1);
        does(ann, () -> seats.take(id, ann.id()));
        does(ben, () -> seats.await(id, ben.id()));
        assertThat(post(id, "cancel", "reason", " ")).hasStatus(422).bodyText().contains("Say why");

        assertThat(post(id, "cancel", "reason", "The room is flooded.")).hasStatus(303);

        assertThat(isFree(hanna, 10)).isTrue();
        assertThat(letters(ann)).containsExactly("class-taken", "class-canceled");
        assertThat(letters(ben)).containsExactly("class-canceled");
        assertThat(letter("class-canceled").words()).isEqualTo("The room is flooded.");
        assertThat(Objects.requireNonNull(letter("class-canceled").calendar()).method())
                .isEqualTo("CANCEL");
        assertThat(text(ann, "/training/" + id)).contains("This class is canceled", "The room is flooded.");
        assertThat(text(hanna, "/desk/classes")).contains("Canceled");
        assertThat(post(id, "cancel", "reason", "Again")).hasStatus(409);
    }

    @Test
    void whoCameIsNotedAfterTheBeginningAndDownloadedInSafeCells() {
        var id = room.announced(hanna, DAY, 10, 2);
        does(ann, () -> seats.take(id, ann.id()));
        does(ben, () -> seats.take(id, ben.id()));
        assertThat(post(id, "attendance", "came", ann.id().toString()))
                .hasStatus(422)
                .bodyText()
                .contains("The class has not begun yet.");
        clock.hold(at(DAY, 12));

        assertThat(post(id, "attendance", "came", ann.id().toString())).hasStatus(303);

        assertThat(text(hanna, "/desk/classes/" + id)).contains("1 of 2 came");
        assertThat(text(hanna, "/desk/classes?show=past")).contains("1 of 2 came");
        assertThat(browser.get()
                        .uri("/desk/classes/" + id + "/attendance.csv")
                        .with(as(hanna))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("'=Ann Staff," + ann.mail() + ",seat,yes", "Ben Staff," + ben.mail() + ",seat,no");
    }

    @Test
    void theCalendarFileIsForThoseWithASeat() {
        var id = room.announced(hanna, DAY, 10, 2);
        does(ann, () -> seats.take(id, ann.id()));

        var file = browser.get()
                .uri("/training/" + id + "/invitation.ics")
                .with(as(ann))
                .exchange();

        assertThat(file).hasStatusOk().hasContentType("text/calendar;charset=UTF-8");
        var entry = read(new String(file.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
        assertThat(entry.getSummary().getValue()).isEqualTo("Class: Answering hard comments");
        assertThat(entry.getDateStart().getValue().toInstant()).isEqualTo(at(DAY, 10));
        assertThat(browser.get().uri("/training/" + id + "/invitation.ics").with(as(ben)))
                .hasStatus(404);
    }

    @Test
    void whoHasASeatAndTheHostAreRemindedUnlessItWasMoved() {
        var id = room.announced(hanna, DAY, 10, 1);
        does(ann, () -> seats.take(id, ann.id()));
        does(ben, () -> seats.await(id, ben.id()));

        remind(id, at(DAY, 9));
        assertThat(letters(ann)).doesNotContain("class-day-before");
        remind(id, at(DAY, 10));

        assertThat(letters(ann)).contains("class-day-before");
        assertThat(letters(hanna)).contains("class-hosts-day-before");
        assertThat(letters(ben)).isEmpty();
        assertThat(letter("class-day-before").optional()).isEqualTo(OptionalMail.DAY_BEFORE);
    }

    private void remind(ClassId id, Instant starts) {
        AsSystem.run(() -> transaction.executeWithoutResult(status -> publisher.publishEvent(
                new ReminderDue(id.value(), TakenKind.CLASS, hanna.id(), starts, OptionalMail.DAY_BEFORE))));
    }

    private MvcTestResult announce(PersonRow host, String time, String outside, String... more) {
        var request = form(host.id().toString(), DAY, time, outside);
        if (more.length > 0) request = request.param(more[0], more[1]);
        return request.exchange();
    }

    private MvcTestResult announce(String host, LocalDate day, String time, String outside) {
        return form(host, day, time, outside).exchange();
    }

    private MockMvcTester.MockMvcRequestBuilder form(String host, LocalDate day, String time, String outside) {
        return browser.post()
                .uri("/desk/classes")
                .with(as(hanna))
                .with(csrf())
                .param("offering", TrainingRoom.TRAINING.toString())
                .param("title", "Hard comments")
                .param("about", "We practice.")
                .param("day", day.toString())
                .param("time", time)
                .param("minutes", "60")
                .param("host", host)
                .param("outside", outside)
                .param("format", Format.VIDEO.name())
                .param("seats", "8");
    }

    private MvcTestResult change(ClassId id, LocalDate day, String time, PersonRow host, int seated, long version) {
        return browser.post()
                .uri("/desk/classes/" + id)
                .with(as(priya))
                .with(csrf())
                .param("version", String.valueOf(version))
                .param("title", "Answering hard comments")
                .param("about", "We practice.")
                .param("day", day.toString())
                .param("time", LocalTime.parse(time).toString())
                .param("minutes", "60")
                .param("host", host.id().toString())
                .param("format", "VIDEO")
                .param("place", "https://video.test/room")
                .param("seats", String.valueOf(seated))
                .exchange();
    }

    private MvcTestResult post(ClassId id, String verb, String field, String value) {
        return browser.post()
                .uri("/desk/classes/" + id + "/" + verb)
                .with(as(priya))
                .with(csrf())
                .param(field, value)
                .exchange();
    }

    private void take(PersonRow host, int hour) {
        does(
                ann,
                () -> calendar.take(
                        demand(host),
                        at(DAY, hour),
                        Taking.firmly(UUID.randomUUID(), TakenKind.BOOKING, "Consultation", "/desk"),
                        null));
    }

    private boolean isFree(PersonRow host, int hour) {
        var time = at(DAY, hour);
        return !does(ann, () -> calendar.freeHosts(demand(host), Set.of(time), null))
                .getOrDefault(time, List.of())
                .isEmpty();
    }

    private Demand demand(PersonRow host) {
        var offered = does(ann, () -> offerings.get(TrainingRoom.TRAINING));
        return Demand.of(offered, 60, Format.VIDEO).byTheTeam().by(host.id());
    }

    private Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(when.zone()).toInstant();
    }

    private String text(PersonRow who, String address) {
        var answer = browser.get().uri(address).with(as(who)).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .select("main")
                .text();
    }

    private VEvent entry(String key) {
        return read(Objects.requireNonNull(letter(key).calendar()).text());
    }

    private static VEvent read(String text) {
        return Biweekly.parse(text).first().getEvents().getFirst();
    }

    private Letter letter(String key) {
        return events.stream(ClassNews.class)
                .flatMap(news -> news.letters().stream())
                .filter(letter -> letter.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private List<String> letters(PersonRow who) {
        return database.sql("select letter from email where recipient_id = ? order by written_at, id")
                .param(who.id().value())
                .query(String.class)
                .list();
    }
}
