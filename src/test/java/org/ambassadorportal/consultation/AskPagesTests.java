package org.ambassadorportal.consultation;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.offering.OfferingId;
import org.ambassadorportal.offering.OfferingKind;
import org.ambassadorportal.organization.When;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PortalTest
class AskPagesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople people;

    Surroundings surroundings;

    @Autowired
    JdbcClient database;

    @Autowired
    When when;

    PersonRow tomas;

    TestOfferings offerings;

    @BeforeEach
    void person() {
        surroundings = new Surroundings(database);
        offerings = new TestOfferings(database);
        tomas = people.staff("Tomás Sample");
    }

    private MvcTestResult get(String address) {
        return browser.get().uri(address).with(as(tomas)).exchange();
    }

    private MvcTestResult send(String address, String... fields) {
        var request = browser.post().uri(address).with(as(tomas)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) request = request.param(fields[at], fields[at + 1]);
        return request.exchange();
    }

    private static Document page(MvcTestResult answer) throws Exception {
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private static String leadsTo(MvcTestResult answer) {
        return answer.getResponse().getHeader("Location");
    }

    private LocalDate soon() {
        return when.today().plusDays(5);
    }

    private void answerBoth() {
        assertThat(send(
                        "/consultations/new/training",
                        "audience",
                        "Residents",
                        "people",
                        "12",
                        "topic",
                        "Closing our page",
                        "words",
                        "How do we take people along?"))
                .hasStatus(303);
        assertThat(send(
                        "/consultations/new/training/when",
                        "format",
                        "VIDEO",
                        "minutes",
                        "90",
                        "day1",
                        soon().toString(),
                        "time1",
                        "10:00"))
                .hasStatus(303);
    }

    @Test
    void goesFromTheFirstQuestionToAReference() throws Exception {
        answerBoth();
        var check = page(get("/consultations/new/training/check"));
        assertThat(check.select(".check-list").text())
                .contains(
                        "Residents", "Closing our page", "By video", "90 minutes", when.longDay(soon()) + ", 10:00 am");
        var sent = send(
                "/consultations/new/training/check",
                "once",
                check.select("input[name=once]").val());
        assertThat(leadsTo(sent)).matches("/requests/R-\\d+/done");
        assertThat(get(leadsTo(sent))).hasStatusOk();
        assertThat(page(get("/consultations/new/training")).select("#topic").val())
                .isEmpty();
    }

    @Test
    void keepsEachPageAsADraft() throws Exception {
        send("/consultations/new/training", "topic", "Half an answer", "later", "1");
        assertThat(page(get("/consultations/new/training")).select("#topic").val())
                .isEqualTo("Half an answer");
        assertThat(page(get("/requests")).select(".begun").text()).contains("Training");
    }

    @Test
    void refusesTextThatCannotBeStored() {
        assertThat(send(
                        "/consultations/new/training",
                        "audience",
                        "Residents",
                        "people",
                        "12",
                        "topic",
                        "a\u0000b",
                        "words",
                        "W"))
                .hasStatus(422)
                .bodyText()
                .contains("invisible control character");
        assertThat(send(
                        "/consultations/new/training",
                        "audience",
                        "Residents",
                        "people",
                        "12",
                        "topic",
                        "x".repeat(121),
                        "words",
                        "\ud800"))
                .hasStatus(422)
                .bodyText()
                .contains("at most 120 characters", "broken character");
    }

    @Test
    void asksForATimeOneWayOrTheOther() throws Exception {
        var nothing = send("/consultations/new/training/when", "format", "VIDEO", "minutes", "90");
        assertThat(nothing).hasStatus(422).bodyText().contains("Give at least one day with its time.");
        assertThat(slots("day1", soon().toString()))
                .hasStatus(422)
                .bodyText()
                .contains("Give the time that belongs to this day.");
        assertThat(slots("time1", "10:00"))
                .hasStatus(422)
                .bodyText()
                .contains("Give the day that belongs to this time.");
        assertThat(slots("day1", soon().toString(), "time1", "10:00", "day2", soon().toString(), "time2", "10:00"))
                .hasStatus(422)
                .bodyText()
                .contains("You gave this time already.");
        assertThat(slots("day1", when.today().plusDays(1).toString(), "time1", "10:00"))
                .hasStatus(422)
                .bodyText()
                .contains("That is too soon for us to prepare");
        assertThat(slots("day1", when.today().plusDays(300).toString(), "time1", "10:00"))
                .hasStatus(422)
                .bodyText()
                .contains("So far ahead we cannot plan");
        assertThat(slots("day1", soon().toString(), "time1", "10:00")).hasStatus(303);
        var past = when.today().minusDays(1);
        assertThat(send(
                        "/consultations/new/training/when",
                        "format",
                        "VIDEO",
                        "minutes",
                        "90",
                        "day1",
                        past.toString(),
                        "time1",
                        "10:00"))
                .hasStatus(422)
                .bodyText()
                .contains("This day has passed. Choose another.");
        var mistyped =
                send("/consultations/new/training/when", "format", "VIDEO", "minutes", "90", "day1", "next week");
        assertThat(mistyped).hasStatus(422).bodyText().contains("Enter a date, like 10/15/2026.");
        assertThat(page(mistyped).select("#day1").val()).isEqualTo("next week");
    }

    private MvcTestResult slots(String... fields) {
        var all = new java.util.ArrayList<>(java.util.List.of("format", "VIDEO", "minutes", "90"));
        all.addAll(java.util.List.of(fields));
        return send("/consultations/new/training/when", all.toArray(String[]::new));
    }

    @Test
    void leadsBackToThePageThatIsNotAnsweredYet() {
        assertThat(leadsTo(get("/consultations/new/training/check"))).isEqualTo("/consultations/new/training");
        send("/consultations/new/training", "audience", "Residents", "people", "12", "topic", "T", "words", "W");
        assertThat(leadsTo(get("/consultations/new/training/check"))).isEqualTo("/consultations/new/training/when");
        send("/consultations/new/training", "audience", "Residents", "people", "12", "topic", "", "words", "W");
        assertThat(leadsTo(get("/consultations/new/training/check")))
                .isEqualTo("/consultations/new/training?again=1&then=check");
        assertThat(get("/consultations/new/training?again=1&then=check"))
                .bodyText()
                .contains("Say in a few words what it is about.");
    }

    @Test
    void comesBackToTheAnswersAfterAChange() throws Exception {
        answerBoth();
        var change = page(get("/consultations/new/training/check"))
                .select(".check-list a")
                .first();
        assertThat(change.attr("href")).isEqualTo("/consultations/new/training?then=check#unit");
        assertThat(leadsTo(send(
                        "/consultations/new/training?then=check",
                        "audience",
                        "Residents",
                        "people",
                        "12",
                        "topic",
                        "Another",
                        "words",
                        "W")))
                .isEqualTo("/consultations/new/training/check");
    }

    @Test
    void makesOneRequestOfAFormThatIsSentTwiceAtOnce() throws Exception {
        answerBoth();
        var once = page(get("/consultations/new/training/check"))
                .select("input[name=once]")
                .val();
        var sends = new ArrayList<Callable<String>>();
        for (int i = 0; i < 6; i++) sends.add(() -> leadsTo(send("/consultations/new/training/check", "once", once)));
        var references = new HashSet<String>();
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (var sent : pool.invokeAll(sends)) references.add(sent.get());
        }
        assertThat(references).hasSize(1);
        assertThat(database.sql("select count(*) from consultation_request where requester_id = ?")
                        .param(tomas.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void sendsNothingWithoutADraft() {
        assertThat(leadsTo(send("/consultations/new/training/check", "once", "0198c0de-0000-7000-8000-000000000000")))
                .isEqualTo("/consultations/new/training/check");
    }

    @Test
    void asksForATraining() throws Exception {
        assertThat(send(
                        "/consultations/new/training",
                        "topic",
                        "First posts",
                        "audience",
                        "Residents",
                        "people",
                        "many",
                        "words",
                        "W"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a whole number, in digits.");
        assertThat(send(
                        "/consultations/new/training",
                        "topic",
                        "First posts",
                        "audience",
                        "Residents",
                        "people",
                        "12",
                        "words",
                        "W"))
                .hasStatus(303);
        assertThat(send(
                        "/consultations/new/training/when",
                        "format",
                        "PHONE",
                        "minutes",
                        "90",
                        "day1",
                        soon().toString(),
                        "time1",
                        "12:00"))
                .hasStatus(422);
        assertThat(send(
                        "/consultations/new/training/when",
                        "format",
                        "IN_PERSON",
                        "place",
                        "Room 4",
                        "minutes",
                        "90",
                        "day1",
                        soon().toString(),
                        "time1",
                        "12:00"))
                .hasStatus(303);
        var check = page(get("/consultations/new/training/check"));
        var sent = send(
                "/consultations/new/training/check",
                "once",
                check.select("input[name=once]").val());
        assertThat(leadsTo(sent)).matches("/requests/R-\\d+/done");
        assertThat(get(leadsTo(sent))).hasStatusOk().bodyText().contains("We come and train your group");
    }

    @Test
    void asksForATalk() throws Exception {
        assertThat(send("/consultations/new/talk", "topic", "T", "people", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("Give the name of the meeting.", "Say who they are.", "Give a number between 1 and 100,000.");
        send(
                "/consultations/new/talk",
                "meeting",
                "Faculty meeting",
                "topic",
                "Why a profile",
                "audience",
                "Faculty",
                "people",
                "40",
                "equipment",
                "Screen");
        send(
                "/consultations/new/talk/when",
                "format",
                "VIDEO",
                "place",
                "We send the link",
                "minutes",
                "20",
                "day1",
                soon().toString(),
                "time1",
                "7:30 am");
        var check = page(get("/consultations/new/talk/check"));
        assertThat(check.text()).contains("Faculty meeting", "Screen", "7:30 am");
        var sent = send(
                "/consultations/new/talk/check",
                "once",
                check.select("input[name=once]").val());
        assertThat(get(leadsTo(sent).replace("/done", "")))
                .hasStatusOk()
                .bodyText()
                .contains("Faculty meeting: Why a profile", "Road-show talk");
    }

    @Test
    void asksTheOfferingsOwnQuestionsAndShowsTheAnswers() throws Exception {
        var offered = offerings.offering(OfferingKind.TRAINING);
        offerings.ask(offered, "Do you have a projector?", "Yes\nNo", true);
        offerings.ask(offered, "What do they know already?", "", false);
        try {
            send(
                    "/consultations/new/training",
                    "audience",
                    "Residents",
                    "people",
                    "12",
                    "topic",
                    "Closing our page",
                    "words",
                    "How do we begin?");
            // Which offering is meant is not known before; its questions follow.
            assertThat(answering(offered))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Please answer a few more questions", "Do you have a projector?");
            assertThat(answering(offered, "asked", offered.toString(), "replies", "Perhaps", "replies", "A lot"))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Choose one of the answers to", "A lot");
            assertThat(answering(offered, "asked", offered.toString(), "replies", "No", "replies", "A lot"))
                    .hasStatus(303);
            var check = page(get("/consultations/new/training/check"));
            assertThat(check.select(".check-list").text()).contains("What do they know already?: A lot");
            var sent = send(
                    "/consultations/new/training/check",
                    "once",
                    check.select("input[name=once]").val());
            var mine = page(get(leadsTo(sent).replace("/done", "")));
            assertThat(mine.select("main").text()).contains("Do you have a projector? No");
        } finally {
            offerings.close(offered.value());
        }
    }

    private MvcTestResult answering(OfferingId offered, String... more) {
        var fields = new ArrayList<>(List.of(
                "offering",
                offered.toString(),
                "format",
                "VIDEO",
                "minutes",
                "60",
                "day1",
                soon().toString(),
                "time1",
                "10:00"));
        fields.addAll(List.of(more));
        return send("/consultations/new/training/when", fields.toArray(String[]::new));
    }

    @Test
    void asksForAColleagueWhoSeesItToo() throws Exception {
        var colleague = people.staff("Noor Invented");
        assertThat(send(
                        "/consultations/new/training",
                        "audience",
                        "Residents",
                        "people",
                        "12",
                        "topic",
                        "T",
                        "words",
                        "W",
                        "whom",
                        "colleague"))
                .hasStatus(422);
        assertThat(send(
                        "/consultations/new/training",
                        "audience",
                        "Residents",
                        "people",
                        "12",
                        "topic",
                        "T",
                        "words",
                        "W",
                        "whom",
                        "colleague",
                        "colleague",
                        "someone@elsewhere.example"))
                .hasStatus(422);
        send(
                "/consultations/new/training",
                "audience",
                "Residents",
                "people",
                "12",
                "topic",
                "T",
                "words",
                "W",
                "whom",
                "colleague",
                "colleague",
                colleague.mail());
        send(
                "/consultations/new/training/when",
                "format",
                "VIDEO",
                "minutes",
                "90",
                "day1",
                soon().toString(),
                "time1",
                "12:00");
        var check = page(get("/consultations/new/training/check"));
        assertThat(check.text()).contains(colleague.mail());
        var request = leadsTo(send(
                        "/consultations/new/training/check",
                        "once",
                        check.select("input[name=once]").val()))
                .replace("/done", "");
        assertThat(get(request)).hasStatusOk();
        assertThat(browser.get().uri(request).with(as(colleague))).hasStatusOk();
        assertThat(browser.get().uri(request).with(as(people.staff()))).hasStatus(404);
    }

    @Test
    void takesAccountsFromTheRegistryAlone() throws Exception {
        var account = surroundings.account("Placeholder Health");
        assertThat(send(
                        "/consultations/new/training",
                        "audience",
                        "Residents",
                        "people",
                        "12",
                        "topic",
                        "T",
                        "words",
                        "W",
                        "accounts",
                        "0198c0de-0000-7000-8000-000000000000"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose accounts from the list.");
        assertThat(send(
                        "/consultations/new/training",
                        "audience",
                        "Residents",
                        "people",
                        "12",
                        "topic",
                        "T",
                        "words",
                        "W",
                        "accounts",
                        "",
                        "accounts",
                        account.toString()))
                .hasStatus(303);
        var page = page(get("/consultations/new/training"));
        assertThat(page.select("#accounts option[selected]").text()).contains("Placeholder Health");
    }

    @Test
    void knowsNoOtherOffering() {
        assertThat(get("/consultations/new/dinner")).hasStatus(404);
        assertThat(get("/consultations/new/consultation"))
                .as("is booked instead")
                .hasStatus(404);
    }

    @Test
    void isNotForAnybodyWhoIsNotSignedIn() {
        for (var address :
                List.of("/consultations/new", "/consultations/new/training", "/consultations/new/talk/check"))
            assertThat(browser.get().uri(address)).hasStatus(302);
    }
}
