package org.ambassadorportal.consultation;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.Statements;
import org.ambassadorportal.calendar.TestHosts;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.ItemRow;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.desk.Status;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.Happened;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.organization.When;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
@Import(TestHosts.class)
@RecordApplicationEvents
class DecisionTests {

    @Autowired
    ConsultationRequests requests;

    @Autowired
    Appointments appointments;

    @Autowired
    TestHosts hosts;

    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople people;

    @Autowired
    When when;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationEvents events;

    PersonRow tomas;
    PersonRow priya;
    PersonRow jo;

    @BeforeEach
    void people() {
        tomas = people.staff("Tomás Sample");
        priya = people.comms("Priya Testcase");
        jo = hosts.host("Jo Specimen");
    }

    private Reference asked() {
        var about = new AboutForm(
                "self",
                "",
                "Closing our page",
                "How do we take people along?",
                "https://example.org/page\njavascript:alert(1)",
                List.of(),
                "",
                null,
                "",
                "",
                "me",
                "");
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
                "Or Fridays",
                "",
                List.of(),
                "");
        return does(tomas, () -> requests.ask(tomas.id(), RequestKind.CONSULTATION, about, times));
    }

    private LocalDate soon() {
        return when.today().plusDays(4);
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
                false,
                true,
                null);
    }

    private ItemRow item(Reference reference) {
        return does(priya, () -> desk.get(reference));
    }

    private Status status(Reference reference) {
        return does(priya, () -> desk.get(reference).status());
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
                .map(Addressee::mail)
                .toList();
    }

    private MvcTestResult post(PersonRow who, String address, String... fields) {
        var request = browser.post().uri(address).with(as(who)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) request = request.param(fields[at], fields[at + 1]);
        return request.exchange();
    }

    private Document page(PersonRow who, String address) throws Exception {
        var answer = browser.get().uri(address).with(as(who)).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private String[] slotFields() {
        return new String[] {
            "day",
            soon().toString(),
            "time",
            "10:00",
            "minutes",
            "45",
            "host",
            jo.id().toString(),
            "format",
            "VIDEO",
            "place",
            "https://meet.example.org/42",
            "message",
            "See you"
        };
    }

    @Test
    void comesIntoTheQueueWithWhatWasSaid() {
        var reference = asked();
        var item = does(priya, () -> desk.get(reference));
        assertThat(item.title()).isEqualTo("Closing our page");
        assertThat(item.kind()).isEqualTo("consultation");
        assertThat(events.stream(ConsultationAsked.class)).hasSize(1);
        assertThat(to("item-received")).containsExactly(tomas.mail());
    }

    @Test
    void tellsRequesterAndHostWhenItIsAccepted() {
        var reference = asked();
        does(priya, () -> appointments.accept(reference, priya.id(), slot()));
        assertThat(status(reference)).isEqualTo(Status.PENDING);
        assertThat(item(reference).wakesAt())
                .isEqualTo(soon().atTime(10, 45).atZone(when.zone()).toInstant());
        assertThat(to("consultation-accepted")).containsExactly(tomas.mail());
        assertThat(to("consultation-host")).containsExactly(jo.mail());
        var letter = letters().stream()
                .filter(it -> it.key().equals("consultation-accepted"))
                .findFirst()
                .orElseThrow();
        assertThat(letter.facts())
                .containsEntry("consultation.day", when.longDay(soon()))
                .containsEntry("consultation.time", "10:00 am, 45 minutes")
                .containsEntry("consultation.host", "Jo Specimen")
                .containsEntry("consultation.place", "https://meet.example.org/42");
        assertThat(letter.words()).isEqualTo("See you");
        assertThat(letter.facts().values()).noneMatch(fact -> fact.contains("555"));
        assertThat(events.stream(Happened.class).map(Happened::verb)).contains("consultation-accepted");
    }

    @Test
    void writesToAHostWhoDecidedThemselvesBecauseOfTheCalendar() {
        var reference = asked();
        does(jo, () -> appointments.accept(reference, jo.id(), slot()));
        assertThat(to("consultation-host")).containsExactly(jo.mail());
    }

    @Test
    void waitsForTheRequesterWhileATimeIsProposed() {
        var reference = asked();
        does(priya, () -> appointments.propose(reference, priya.id(), slot()));
        assertThat(status(reference)).isEqualTo(Status.PENDING);
        assertThat(to("consultation-proposed")).containsExactly(tomas.mail());
        assertThat(item(reference).isDated()).isFalse();
        does(tomas, () -> appointments.agree(reference, tomas.id(), new AnswerForm("", null)));
        assertThat(item(reference).isDated()).isTrue();
        assertThat(to("consultation-accepted")).containsExactly(tomas.mail());
        assertThat(to("consultation-agreed")).containsExactly(jo.mail());
    }

    @Test
    void goesBackToTheTeamWhenTheTimeDoesNotSuit() {
        var reference = asked();
        does(priya, () -> appointments.propose(reference, priya.id(), slot()));
        does(tomas, () -> appointments.disagree(reference, tomas.id(), new AnswerForm("Rather in the morning", null)));
        assertThat(status(reference)).isEqualTo(Status.OPEN);
        assertThat(to("consultation-turned-down")).containsExactly(jo.mail());
        does(priya, () -> appointments.propose(reference, priya.id(), slot()));
        assertThat(status(reference)).isEqualTo(Status.PENDING);
    }

    @Test
    void isDeclinedWithAReasonThatTheRequesterReads() throws Exception {
        var reference = asked();
        does(
                priya,
                () -> appointments.decline(reference, priya.id(), new DeclineForm("We have no room this month", null)));
        assertThat(status(reference)).isEqualTo(Status.SETTLED);
        assertThat(to("consultation-declined")).containsExactly(tomas.mail());
        assertThat(page(tomas, "/requests/" + reference).text()).contains("We have no room this month");
    }

    @Test
    void refusesAHostWhoIsNotOfTheTeamOrCannotSignInAnyMore() {
        var reference = asked();
        var outsider = new SlotForm(
                null, soon(), LocalTime.NOON, 45, tomas.id().toString(), Format.VIDEO, "", "", false, true, null);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> does(priya, () -> appointments.accept(reference, priya.id(), outsider)))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("host"));
        database.sql("update person set disabled = true where id = ?")
                .param(jo.id().value())
                .update();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> does(priya, () -> appointments.accept(reference, priya.id(), slot())));
        assertThat(status(reference)).isEqualTo(Status.NEW);
    }

    @Test
    void refusesAnHourThatDoesNotExist() {
        var reference = asked();
        var march = LocalDate.of(2040, 3, 11); // the clocks go forward at 2 am
        var skipped = new SlotForm(
                null, march, LocalTime.of(2, 30), 45, jo.id().toString(), Format.VIDEO, "", "", false, true, null);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> does(priya, () -> appointments.accept(reference, priya.id(), skipped)))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("consultation.slot.skipped"));
    }

    @Test
    void letsOneOfTwoDecideWhoDecideAtOnce() throws Exception {
        var reference = asked();
        var decisions = new ArrayList<Callable<String>>();
        for (var who : List.of(priya, jo)) {
            decisions.add(() -> {
                try {
                    does(who, () -> appointments.accept(reference, who.id(), slot()));
                    return "done";
                } catch (Conflict late) {
                    return "late";
                }
            });
        }
        var outcomes = new ArrayList<String>();
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var outcome : pool.invokeAll(decisions)) outcomes.add(outcome.get());
        }
        assertThat(outcomes).containsExactlyInAnyOrder("done", "late");
        assertThat(database.sql(
                                "select count(*) from consultation_booking b join consultation_request r on r.booking_id = b.id where r.reference = ?")
                        .param(reference.number())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void isTheRequestersAloneToAnswer() {
        var reference = asked();
        does(priya, () -> appointments.propose(reference, priya.id(), slot()));
        var other = people.staff();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() ->
                        does(other, () -> appointments.agree(reference, other.id(), new AnswerForm("", null))));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> does(other, () -> requests.callOff(reference, other.id())));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> does(tomas, () -> appointments.accept(reference, tomas.id(), slot())));
        assertThat(post(other, "/consultations/" + reference + "/agree")).hasStatus(404);
        assertThat(post(tomas, "/desk/consultations/" + reference + "/accept", slotFields()))
                .hasStatus(403);
        assertThat(browser.get().uri("/requests/" + reference).with(as(other))).hasStatus(404);
    }

    @Test
    void showsTheTeamWhatWasAskedAndADeadLinkAsText() throws Exception {
        var reference = asked();
        var page = page(priya, "/desk/consultation/" + reference);
        assertThat(page.select(".facts").text()).contains("By telephone, 45 minutes", "734-555-0199", "Or Fridays");
        assertThat(page.select(".facts a[href^=https://example.org]")).hasSize(1);
        assertThat(page.select("a[href^=javascript]")).isEmpty();
        assertThat(page.select(".facts").text()).contains("javascript:alert(1)");
        assertThat(page.select("#day").val()).isEqualTo(soon().toString());
        assertThat(page.select("#host option[selected]")).isEmpty();
    }

    @Test
    void neverShowsTheNumberOnTheRequestersPage() throws Exception {
        var reference = asked();
        assertThat(page(tomas, "/requests/" + reference).text()).doesNotContain("555-0199");
    }

    @Test
    void saysWhatIsWrongWithATimeAndKeepsTheRest() throws Exception {
        var reference = asked();
        var answer = post(
                priya,
                "/desk/consultations/" + reference + "/accept",
                "day",
                when.today().minusDays(1).toString(),
                "time",
                "10:00",
                "minutes",
                "45",
                "host",
                jo.id().toString(),
                "format",
                "IN_PERSON",
                "message",
                "Come to <our> office");
        assertThat(answer).hasStatus(422);
        var page = Jsoup.parse(answer.getResponse().getContentAsString());
        assertThat(page.select(".error-summary a").eachText()).containsExactly("Say where you meet.");
        assertThat(page.select("#message").text()).isEqualTo("Come to <our> office");
        assertThat(page.select("#host option[selected]").text()).isEqualTo("Jo Specimen");
        assertThat(page.select(".decide details[open]")).hasSize(1);
        var past = post(
                priya,
                "/desk/consultations/" + reference + "/accept",
                "day",
                when.today().minusDays(1).toString(),
                "time",
                "10:00",
                "minutes",
                "45",
                "host",
                jo.id().toString(),
                "format",
                "VIDEO");
        assertThat(past).hasStatus(422).bodyText().contains("This time has passed. Choose a later one.");
    }

    @Test
    void tellsTheSecondOfTwoWhatHappenedAndLosesNothing() throws Exception {
        var reference = asked();
        assertThat(post(priya, "/desk/consultations/" + reference + "/accept", slotFields()))
                .hasStatus(303);
        var late = post(
                jo, "/desk/consultations/" + reference + "/decline", "reason", "Sorry, we are too few", "version", "0");
        assertThat(late).hasStatus(409);
        var page = Jsoup.parse(late.getResponse().getContentAsString());
        assertThat(page.select(".meanwhile").text()).contains("Priya Testcase", "Sorry, we are too few");
    }

    @Test
    void tellsWhoeverDecidesOnAnOlderVersion() throws Exception {
        var reference = asked();
        assertThat(post(priya, "/desk/consultations/" + reference + "/propose", slotFields()))
                .hasStatus(303);
        var late = post(
                jo, "/desk/consultations/" + reference + "/decline", "reason", "Sorry, we are too few", "version", "0");
        assertThat(late).hasStatus(409).bodyText().contains("Sorry, we are too few");
    }

    @Test
    void isAgreedOnTheRequestersOwnPage() throws Exception {
        var reference = asked();
        post(priya, "/desk/consultations/" + reference + "/propose", slotFields());
        var page = page(tomas, "/requests/" + reference);
        assertThat(page.select("#proposal").text()).isEqualTo("Does this time suit you?");
        assertThat(page.text()).contains(when.longDay(soon()), "10:00 am to 10:45 am", "Jo Specimen");
        var version = page.select("form[action$=/agree] input[name=version]").val();
        assertThat(post(tomas, "/consultations/" + reference + "/agree", "version", version))
                .hasStatus(303);
        assertThat(page(tomas, "/requests/" + reference).text()).contains("Your time", "10:00 am to 10:45 am");
        var again = post(tomas, "/consultations/" + reference + "/disagree", "version", version);
        assertThat(again).hasStatus(409).bodyText().contains("It is accepted already.");
    }

    @Test
    void doesNotLetThemAgreeToATimeThatWasReplaced() throws Exception {
        var reference = asked();
        post(priya, "/desk/consultations/" + reference + "/propose", slotFields());
        var version = page(tomas, "/requests/" + reference)
                .select("form[action$=/agree] input[name=version]")
                .val();
        post(priya, "/desk/consultations/" + reference + "/propose", slotFields());
        assertThat(post(tomas, "/consultations/" + reference + "/agree", "version", version))
                .hasStatus(409);
        assertThat(status(reference)).isEqualTo(Status.PENDING);
    }

    @Test
    void keepsWhatTheRequesterWroteWhenItCannotBeStored() throws Exception {
        var reference = asked();
        post(priya, "/desk/consultations/" + reference + "/propose", slotFields());
        var answer = post(tomas, "/consultations/" + reference + "/disagree", "message", "Rather \u0007 Friday");
        assertThat(answer).hasStatus(422).bodyText().contains("invisible control character", "Rather", "Friday");
    }

    @Test
    void isWithdrawnBeforeItIsDecided() throws Exception {
        var reference = asked();
        post(priya, "/desk/consultations/" + reference + "/propose", slotFields());
        assertThat(post(tomas, "/requests/" + reference + "/withdraw")).hasStatus(303);
        assertThat(status(reference)).isEqualTo(Status.SETTLED);
        assertThat(events.stream(ConsultationCanceled.class)).hasSize(1);
        assertThat(to("consultation-canceled")).containsExactly(jo.mail());
        assertThat(post(priya, "/desk/consultations/" + reference + "/accept", slotFields()))
                .hasStatus(409);
    }

    @Test
    void isCalledOffAfterItWasAccepted() throws Exception {
        var reference = asked();
        post(priya, "/desk/consultations/" + reference + "/accept", slotFields());
        assertThat(page(tomas, "/requests/" + reference).select("form[action$=/call-off]"))
                .hasSize(1);
        assertThat(post(tomas, "/consultations/" + reference + "/call-off")).hasStatus(303);
        assertThat(to("consultation-canceled")).containsExactly(jo.mail());
        assertThat(page(tomas, "/requests/" + reference).text()).contains("It was called off.");
        assertThat(post(tomas, "/consultations/" + reference + "/call-off")).hasStatus(409);
    }

    @Test
    void isShownWithFewStatements() {
        var reference = asked();
        post(priya, "/desk/consultations/" + reference + "/propose", slotFields());
        assertThat(Statements.of(() -> browser.get()
                        .uri("/requests/" + reference)
                        .with(as(tomas))
                        .exchange()))
                .hasSizeLessThanOrEqualTo(8);
        assertThat(Statements.of(() -> browser.get()
                        .uri("/desk/consultation/" + reference)
                        .with(as(priya))
                        .exchange()))
                .hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void hasOnePageWhateverItsKind() {
        var reference = asked();
        var answer =
                browser.get().uri("/consultations/" + reference).with(as(tomas)).exchange();
        assertThat(answer.getResponse().getHeader("Location")).isEqualTo("/requests/" + reference);
    }
}
