package org.ambassadorportal.amplification;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.Statements;
import org.ambassadorportal.ambassador.Pickup;
import org.ambassadorportal.ambassador.Pickups;
import org.ambassadorportal.consultation.Surroundings;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.desk.Status;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.organization.When;
import org.ambassadorportal.registry.AccountId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
@RecordApplicationEvents
class DecisionTests {

    private static final String POST = "https://social.example.org/posts/1";

    @Autowired
    AmplificationRequests requests;

    @Autowired
    Pickups pickups;

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
    PersonRow amina;
    PersonRow priya;
    PersonRow jo;
    AccountId health;

    @BeforeEach
    void people() {
        var surroundings = new Surroundings(database);
        tomas = people.staff("Tomás Sample");
        amina = people.staff("Amina " + tomas.id().toString().substring(24));
        priya = people.comms("Priya Testcase");
        jo = people.comms("Jo Specimen");
        surroundings.page(amina);
        health = surroundings.account("Placeholder Health");
    }

    private Reference asked() {
        var story =
                new StoryForm(Subject.STORY, "A paper on sleep", "news.example.org/sleep", "We slept on it.", "me", "");
        var where = new WhereForm(
                when.today().plusDays(5),
                null,
                List.of(health.toString()),
                List.of(Help.POST),
                "",
                "",
                List.of(amina.name()));
        var about = new PeopleForm(Pictures.UNSURE, "yes", null, List.of(PatientRule.values()));
        return does(tomas, () -> requests.ask(tomas.id(), story, where, about, Set.of(Revealing.Kind.PHONE)));
    }

    private Reference accepted() {
        var reference = asked();
        does(priya, () -> requests.accept(reference, priya.id(), new AcceptForm(health, when.today(), "Gladly", null)));
        return reference;
    }

    private Status status(Reference reference) {
        return does(priya, () -> desk.get(reference).status());
    }

    private List<String> to(String key) {
        return events.stream(Mailed.class)
                .flatMap(event -> event.letters().stream())
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

    @Test
    void showsTheTeamWhatWasAskedWithChecklistAndWarnings() throws Exception {
        var page = page(priya, "/desk/amplification/" + asked());
        assertThat(page.select(".facts").text())
                .contains(
                        "https://news.example.org/sleep",
                        "Placeholder Health, X",
                        amina.name(),
                        "Each patient has signed a release",
                        "What looks like a phone number",
                        "The rights are not clear yet");
        assertThat(page.select(".ticks li")).hasSize(PatientRule.values().length);
        assertThat(page.select("#account option[selected]").text()).isEqualTo("Placeholder Health, X");
        assertThat(page.select("#day").val()).isEqualTo(when.today().plusDays(5).toString());
    }

    @Test
    void tellsTheRequesterWhenItIsAccepted() throws Exception {
        var reference = accepted();
        assertThat(status(reference)).isEqualTo(Status.SETTLED);
        assertThat(to("amplification-accepted")).containsExactly(tomas.mail());
        assertThat(page(tomas, "/requests/" + reference).text()).contains("It goes out", "Placeholder Health, X");
    }

    @Test
    void isDeclinedWithAReasonThatTheRequesterReads() throws Exception {
        var reference = asked();
        does(priya, () -> requests.decline(reference, priya.id(), new DeclineForm("Our followers know it", null)));
        assertThat(status(reference)).isEqualTo(Status.SETTLED);
        assertThat(to("amplification-declined")).containsExactly(tomas.mail());
        assertThat(page(tomas, "/requests/" + reference).text()).contains("Our followers know it");
    }

    @Test
    void standsOnTheAmbassadorsPageOnceItRan() throws Exception {
        var reference = accepted();
        assertThat(pickups.of(amina.id())).isEmpty();
        var ran = post(
                priya,
                "/desk/amplifications/" + reference + "/ran",
                "account",
                health.toString(),
                "link",
                POST,
                "ranOn",
                when.today().toString());
        assertThat(ran).hasStatus(303);
        assertThat(pickups.of(amina.id()))
                .containsExactly(new Pickup("A paper on sleep", "Placeholder Health, X", when.today(), POST));
        assertThat(pickups.of(tomas.id())).isEmpty();
        assertThat(to("amplification-ran")).containsExactly(tomas.mail());
        assertThat(to("amplification-ran-you")).containsExactly(amina.mail());
        assertThat(page(tomas, "/requests/" + reference).select("a[href=" + POST + "]"))
                .hasSize(1);
        assertThat(page(priya, "/desk/amplification/" + reference).text()).contains("Where it ran", POST);
    }

    @Test
    void refusesToNoteWhatIsNoPost() {
        var reference = accepted();
        var address = "/desk/amplifications/" + reference + "/ran";
        assertThat(post(
                        priya,
                        address,
                        "account",
                        health.toString(),
                        "link",
                        "javascript:alert(1)",
                        "ranOn",
                        when.today().toString()))
                .hasStatus(422)
                .bodyText()
                .contains("This is no web address.");
        assertThat(post(
                        priya,
                        address,
                        "account",
                        health.toString(),
                        "link",
                        POST,
                        "ranOn",
                        when.today().plusDays(1).toString()))
                .hasStatus(422)
                .bodyText()
                .contains("This day has not come yet.");
        assertThat(post(priya, address, "account", "nonsense", "link", POST))
                .hasStatus(422)
                .bodyText()
                .contains("Choose an account from the list.", "Choose the day.");
    }

    @Test
    void aBadLinkThatIsStoredAlreadyBreaksNoPage() throws Exception {
        var reference = asked();
        database.sql(
                        "update amplification_request set link = 'javascript:alert(1)', repost = 'data:text/html,x' where reference = ?")
                .param(reference.number())
                .update();
        for (var page :
                List.of(page(priya, "/desk/amplification/" + reference), page(tomas, "/requests/" + reference))) {
            assertThat(page.text()).contains("javascript:alert(1)", "data:text/html,x");
            assertThat(page.select("a[href^=javascript], a[href^=data]")).isEmpty();
        }
    }

    @Test
    void refusesADayThatHasPassedAndAnAccountThatIsNotOurs() {
        var reference = asked();
        var address = "/desk/amplifications/" + reference + "/accept";
        assertThat(post(
                        priya,
                        address,
                        "account",
                        health.toString(),
                        "day",
                        when.today().minusDays(1).toString(),
                        "message",
                        "Kept <words>"))
                .hasStatus(422)
                .bodyText()
                .contains("This day has passed.", "Kept &lt;words&gt;");
        assertThat(post(
                        priya,
                        address,
                        "account",
                        AccountId.next().toString(),
                        "day",
                        when.today().toString()))
                .hasStatus(422)
                .bodyText()
                .contains("Choose an account from the list.");
        assertThat(post(priya, address)).hasStatus(422).bodyText().contains("Choose the account.", "Choose the day.");
        assertThat(status(reference)).isEqualTo(Status.NEW);
    }

    @Test
    void tellsTheSecondOfTwoWhatHappenedAndLosesNothing() throws Exception {
        var reference = accepted();
        var late = post(
                jo, "/desk/amplifications/" + reference + "/decline", "reason", "Sorry, not for us", "version", "0");
        assertThat(late).hasStatus(409);
        assertThat(Jsoup.parse(late.getResponse().getContentAsString())
                        .select(".meanwhile")
                        .text())
                .contains("Priya Testcase", "Sorry, not for us");
    }

    @Test
    void letsOneOfTwoDecideWhoDecideAtOnce() throws Exception {
        var reference = asked();
        var decisions = new ArrayList<Callable<String>>();
        for (var who : List.of(priya, jo)) {
            decisions.add(() -> {
                try {
                    does(
                            who,
                            () -> requests.accept(reference, who.id(), new AcceptForm(health, when.today(), "", null)));
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
    }

    @Test
    void isTheRequestersAloneToCallOff() {
        var reference = accepted();
        var other = people.staff();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> does(other, () -> requests.callOff(reference, other.id())));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        does(tomas, () -> requests.decline(reference, tomas.id(), new DeclineForm("No", null))));
        assertThat(post(other, "/amplifications/" + reference + "/call-off")).hasStatus(404);
        assertThat(browser.get().uri("/requests/" + reference).with(as(other))).hasStatus(404);
        assertThat(post(tomas, "/desk/amplifications/" + reference + "/ran")).hasStatus(403);
        assertThat(post(tomas, "/amplifications/" + reference + "/call-off")).hasStatus(303);
        assertThat(to("amplification-canceled")).containsExactly(priya.mail());
        assertThat(post(tomas, "/amplifications/" + reference + "/call-off")).hasStatus(409);
    }

    @Test
    void isWithdrawnBeforeItIsDecided() {
        var reference = asked();
        assertThat(post(tomas, "/requests/" + reference + "/withdraw")).hasStatus(303);
        assertThat(status(reference)).isEqualTo(Status.SETTLED);
        assertThat(events.stream(AmplificationCanceled.class)).hasSize(1);
        assertThat(to("amplification-canceled")).isEmpty();
    }

    @Test
    void cannotBeAskedPastTheChecklistWhateverWayItComes() {
        var story = new StoryForm(Subject.STORY, "T", "", "W", "me", "");
        var where = new WhereForm(null, null, List.of(), List.of(Help.POST), "", "", List.of());
        var confirmed = List.copyOf(EnumSet.complementOf(EnumSet.of(PatientRule.RELEASE)));
        var about = new PeopleForm(Pictures.OWN, "yes", null, confirmed);
        assertThatExceptionOfType(org.ambassadorportal.kernel.Refusal.class)
                .isThrownBy(() -> does(tomas, () -> requests.ask(tomas.id(), story, where, about, Set.of())));
    }

    @Test
    void isShownWithFewStatements() {
        var reference = accepted();
        assertThat(Statements.of(() -> browser.get()
                        .uri("/requests/" + reference)
                        .with(as(tomas))
                        .exchange()))
                .hasSizeLessThanOrEqualTo(8);
        assertThat(Statements.of(() -> browser.get()
                        .uri("/desk/amplification/" + reference)
                        .with(as(priya))
                        .exchange()))
                // A list and an item, and the shell.
                .hasSizeLessThanOrEqualTo(10 + 2);
    }
}
