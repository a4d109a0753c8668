package org.ambassadorportal.desk;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.Statements;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class DeskPagesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople people;

    DeskRoom room;

    @Autowired
    Desk desk;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TeamDesk team;

    PersonRow tomas;
    PersonRow priya;
    PersonRow jo;
    Reference reference;

    @BeforeEach
    void aQuestion() {
        room = new DeskRoom(desk, team, transaction);
        tomas = people.staff("Tomás Sample");
        priya = people.comms("Priya Testcase");
        jo = people.comms("Jo Specimen");
        reference = room.question(tomas, "Moving our <b>page</b>", "About 900 people follow the page.\n\nHow?");
    }

    private MockHttpServletResponse get(PersonRow who, String address) {
        return browser.get().uri(address).with(as(who)).exchange().getResponse();
    }

    private MockHttpServletResponse post(PersonRow who, String address, String... fields) {
        var request = browser.post().uri(address).with(as(who)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) request = request.param(fields[at], fields[at + 1]);
        return request.exchange().getResponse();
    }

    private static Document page(MockHttpServletResponse response) {
        return Jsoup.parse(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private String place() {
        return "/desk/question/" + reference;
    }

    private String version() {
        return String.valueOf(room.row(reference, priya).version());
    }

    @Test
    void theSearchFieldLeadsStraightToAReferenceAndToAPersonsItems() {
        for (var typed :
                new String[] {reference.toString(), "r" + reference.number(), String.valueOf(reference.number())})
            assertThat(get(priya, "/desk?go=1&view=mine&q=" + typed).getRedirectedUrl())
                    .isEqualTo(place());
        assertThat(get(priya, "/desk?go=1&view=mine&q=" + tomas.mail()).getRedirectedUrl())
                .isEqualTo("/desk?view=all&q=" + tomas.mail().replace("@", "%40"));
        assertThat(get(priya, "/desk?go=1&view=mine&q=two words").getRedirectedUrl())
                .isEqualTo("/desk?view=mine&q=two%20words");
        assertThat(get(priya, "/desk?go=1&q=R-999999999").getRedirectedUrl()).isEqualTo("/desk?q=R-999999999");
        assertThat(get(priya, "/desk?go=1&q=").getRedirectedUrl()).isEqualTo("/desk?view=open");
    }

    @Test
    void theListShowsKindTitleWhoAgeStatusAndAssignee() {
        var list = page(get(priya, "/desk?q=" + reference));
        var row = list.selectFirst(".queue-row");
        assertThat(row.hasClass("unread")).isTrue();
        assertThat(row.text())
                .contains("Moving our <b>page</b>", reference.toString(), "Question", "Tomás Sample", "New", "nobody");
        assertThat(row.selectFirst("a.title").attr("href")).isEqualTo(place() + "?q=" + reference);
        assertThat(list.selectFirst(".split").attr("data-open")).isEqualTo("list");
        assertThat(list.select(".views .count").eachText()).hasSize(7);
        assertThat(list.select(".chip-on").text()).contains(reference.toString());
        assertThat(list.text()).doesNotContain("??");
    }

    @Test
    void anItemOpensBesideItsList() {
        var item = page(get(priya, place() + "?view=nobody"));
        assertThat(item.selectFirst("#item-title").text()).isEqualTo("Moving our <b>page</b>");
        assertThat(item.selectFirst(".split").attr("data-open")).isEqualTo("item");
        assertThat(item.select(".views [aria-current]").text()).startsWith("Nobody’s");
        assertThat(item.select(".thread .said p").eachText())
                .containsExactly("About 900 people follow the page.", "How?");
        assertThat(item.title()).startsWith(reference + ": Moving");
        assertThat(item.text()).doesNotContain("??");
    }

    @Test
    void htmxGetsTheItemAlone() {
        var answer = browser.get()
                .uri(place())
                .header("HX-Request", "true")
                .header("HX-Target", "item")
                .with(as(priya))
                .exchange()
                .getResponse();
        assertThat(page(answer).select("#item")).hasSize(1);
        assertThat(page(answer).select("header.shell-head, .queue")).isEmpty();
        assertThat(page(answer).title()).contains("Moving");
    }

    @Test
    void anotherKindInTheAddressLeadsToTheRightOne() {
        assertThat(get(priya, "/desk/talk/" + reference + "?view=all").getRedirectedUrl())
                .isEqualTo(place() + "?view=all");
        assertThat(get(priya, "/desk/questions/" + reference + "/accept").getRedirectedUrl())
                .isEqualTo(place());
        assertThat(get(priya, "/desk/question/R-999999").getStatus()).isEqualTo(404);
        assertThat(get(priya, "/desk/question/nonsense").getStatus()).isEqualTo(404);
    }

    @Test
    void aReplyIsSentAndLeadsBackToTheItemInItsList() {
        var answer = browser.post()
                .uri(place() + "/reply")
                .param("words", "Gladly.")
                .param("version", version())
                .header(HttpHeaders.REFERER, "http://localhost" + place() + "?view=mine&q=a%20b")
                .with(as(priya))
                .with(csrf())
                .exchange()
                .getResponse();
        assertThat(answer.getRedirectedUrl()).isEqualTo(place() + "?view=mine&q=a%20b");
        assertThat(page(get(tomas, "/requests/" + reference)).text()).doesNotContain("Gladly.");
        room.repliesGoOut();
        assertThat(page(get(tomas, "/requests/" + reference)).text()).contains("Gladly.");
    }

    @Test
    void anEmptyReplyIsRefusedInWordsAndNothingTypedIsLost() {
        var answer = post(priya, place() + "/reply", "words", "   ", "version", version());
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(page(answer).select(".field-error").text()).contains("Write something first.");
        var tooLong = "x".repeat(8_001);
        var again = post(priya, place() + "/note", "words", tooLong, "voice", "note");
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(page(again).selectFirst("textarea[name=words]").text()).isEqualTo(tooLong);
        assertThat(page(again).selectFirst("input[name=voice][value=note]").hasAttr("checked"))
                .isTrue();
    }

    @Test
    void aNoteStaysANoteHoweverItsFormIsSent() {
        var sent = post(priya, place() + "/reply", "words", "canary-note", "voice", "note", "version", version());
        assertThat(sent.getStatus()).isEqualTo(303);
        assertThat(page(get(tomas, "/requests/" + reference)).html()).doesNotContain("canary-note");
        assertThat(page(get(priya, place())).select(".thread .note").text()).contains("canary-note");
    }

    @Test
    void theSecondOfTwoSeesWhatHappenedAndKeepsTheirText() {
        var seen = version();
        room.reply(reference, jo, "I have it.");
        var answer = post(priya, place() + "/reply", "words", "My long answer.", "version", seen, "once", "k" + seen);
        assertThat(answer.getStatus()).isEqualTo(409);
        var shown = page(answer);
        assertThat(shown.select(".meanwhile").text()).contains("Jo Specimen");
        assertThat(shown.selectFirst("textarea[name=words]").text()).isEqualTo("My long answer.");
        assertThat(shown.select("#composer [name=version]").attr("value")).isEqualTo(version());
        var sent = post(
                priya,
                place() + "/reply",
                "words",
                "My long answer.",
                "version",
                shown.select("#composer [name=version]").attr("value"),
                "once",
                shown.select("#composer [name=once]").attr("value"));
        assertThat(sent.getStatus()).isEqualTo(303);
    }

    @Test
    void whoSettlesSecondIsToldWhoWasFirst() {
        var seen = version();
        does(jo, () -> team.settle(reference, jo.id(), "answered", null));
        var answer = post(priya, place() + "/settle", "outcome", "not-for-us", "version", seen);
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(page(answer).select(".meanwhile").text()).contains("Jo Specimen", "Answered");
    }

    @Test
    void givingTakingWaitingAndSettlingWorkFromThePage() {
        assertThat(post(priya, place() + "/assign", "to", "me", "version", version())
                        .getStatus())
                .isEqualTo(303);
        assertThat(page(get(priya, place())).select(".item-side .has").text()).contains("Priya Testcase");
        assertThat(post(priya, place() + "/assign", "to", tomas.id().toString(), "version", version())
                        .getStatus())
                .isEqualTo(422);
        assertThat(post(priya, place() + "/status", "stand", "REQUESTER", "version", version())
                        .getStatus())
                .isEqualTo(303);
        assertThat(page(get(priya, place())).select(".item-head .state").text()).isEqualTo("Pending");
        assertThat(page(get(tomas, "/requests/" + reference)).text()).contains("Waiting for you");
        assertThat(post(priya, place() + "/status", "stand", "OPEN", "version", version())
                        .getStatus())
                .isEqualTo(303);
        assertThat(post(priya, place() + "/settle", "outcome", "nonsense", "version", version())
                        .getStatus())
                .isEqualTo(404);
        assertThat(post(priya, place() + "/settle", "outcome", "answered", "version", version())
                        .getStatus())
                .isEqualTo(303);
        var settled = page(get(priya, place()));
        assertThat(settled.select(".item-head .state").text()).isEqualTo("Settled");
        assertThat(settled.select(".item-head form")).isEmpty();
        assertThat(settled.select(".thread .event").eachText())
                .anyMatch(line -> line.startsWith("Priya Testcase took it"))
                .anyMatch(line -> line.startsWith("Priya Testcase settled it: Answered"));
        assertThat(settled.text()).doesNotContain("??");
    }

    @Test
    void theTeamsPagesAreShutToStaff() {
        assertThat(get(tomas, "/desk").getStatus()).isEqualTo(403);
        assertThat(get(tomas, place()).getStatus()).isEqualTo(403);
        assertThat(get(tomas, "/desk/items.csv").getStatus()).isEqualTo(403);
    }

    @Test
    void whatTheTeamNotesNeverReachesTheRequester() {
        room.note(reference, priya, "canary-note about the sponsor");
        room.reply(reference, priya, "Gladly.");
        does(priya, () -> team.assign(reference, DeskRoom.signed(priya), jo.id().toString(), null));
        for (var address : new String[] {
            "/requests",
            "/requests/" + reference,
            "/requests/" + reference + "/done",
            "/requests/" + reference + "/withdraw"
        }) {
            var text = page(get(tomas, address)).html();
            assertThat(text).as(address).doesNotContain("canary-note", "gave it", "Work note");
        }
        assertThat(page(get(tomas, "/requests/" + reference)).select(".thread > li"))
                .hasSize(2);
        assertThat(page(get(priya, place())).select(".thread .note").text()).contains("canary-note");
    }

    @Test
    void somebodyElsesRequestIsNotThere() {
        var stranger = people.staff();
        for (var address : new String[] {"", "/done", "/withdraw"}) {
            assertThat(get(stranger, "/requests/" + reference + address).getStatus())
                    .isEqualTo(404);
            assertThat(get(priya, "/requests/" + reference + address).getStatus())
                    .isEqualTo(404);
        }
        assertThat(post(stranger, "/requests/" + reference, "words", "Hello").getStatus())
                .isEqualTo(404);
        assertThat(post(stranger, "/requests/" + reference + "/withdraw").getStatus())
                .isEqualTo(404);
        assertThat(page(get(stranger, "/requests")).text()).contains("You have not asked for anything yet");
    }

    @Test
    void theRequesterReadsAnswersAndWithdraws() {
        var request = page(get(tomas, "/requests/" + reference));
        assertThat(request.text()).contains("Received", "What happens next", "About 900 people");
        assertThat(request.text()).doesNotContain("??");
        assertThat(post(tomas, "/requests/" + reference, "words", " ").getStatus())
                .isEqualTo(422);
        assertThat(post(tomas, "/requests/" + reference, "words", "One more thing.")
                        .getRedirectedUrl())
                .isEqualTo("/requests/" + reference);
        assertThat(page(get(tomas, "/requests/" + reference + "/withdraw"))
                        .select("form button")
                        .text())
                .contains("Withdraw it");
        assertThat(post(tomas, "/requests/" + reference + "/withdraw").getStatus())
                .isEqualTo(303);
        assertThat(page(get(tomas, "/requests/" + reference)).text()).contains("Withdrawn");
        assertThat(post(tomas, "/requests/" + reference + "/withdraw").getStatus())
                .isEqualTo(409);
        assertThat(page(get(tomas, "/requests")).text()).contains("Withdrawn", reference.toString());
        assertThat(page(get(priya, place())).select(".thread .event").text()).contains("Tomás Sample withdrew it");
    }

    @Test
    void aQuestionIsAskedAndConfirmed() {
        assertThat(page(get(tomas, "/requests/new/question")).text()).contains("Ask a question");
        var empty = post(tomas, "/requests/new/question", "title", "", "words", "", "whom", "me");
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(page(empty).select(".error-summary a")).hasSize(2);
        assertThat(page(empty).title()).startsWith("Error:");
        var sent = post(
                tomas,
                "/requests/new/question",
                "title",
                "Which one?",
                "words",
                "For us.",
                "whom",
                "me",
                "once",
                "q1" + reference);
        assertThat(sent.getRedirectedUrl()).matches("/requests/R-\\d+/done");
        var twice = post(
                tomas,
                "/requests/new/question",
                "title",
                "Which one?",
                "words",
                "For us.",
                "whom",
                "me",
                "once",
                "q1" + reference);
        assertThat(twice.getRedirectedUrl()).isEqualTo(sent.getRedirectedUrl());
        var done = page(get(tomas, String.valueOf(sent.getRedirectedUrl())));
        assertThat(done.text()).contains("We have your request", tomas.mail(), "What happens next");
        assertThat(done.select("ol.next li")).hasSize(3);
        var promised = done.select("section p").first().text();
        assertThat(promised).matches("You will hear from us by \\w+day, \\w{3} \\d+, \\d+(:30)? [ap]m\\.");
        assertThat(page(get(tomas, sent.getRedirectedUrl().replace("/done", "")))
                        .text())
                .contains(promised);
        assertThat(done.text()).doesNotContain("??");
    }

    @Test
    void aQuestionForAColleagueNeedsAnAddressOfTheHouse() {
        var bad = post(
                tomas,
                "/requests/new/question",
                "title",
                "One",
                "words",
                "Two",
                "whom",
                "colleague",
                "colleague",
                "a@b.invalid");
        assertThat(bad.getStatus()).isEqualTo(422);
        assertThat(page(bad).select("#colleague-error")).hasSize(1);
        assertThat(page(bad).selectFirst("#colleague").val()).isEqualTo("a@b.invalid");
        var noor = people.staff("Noor Invented");
        var sent = post(
                tomas,
                "/requests/new/question",
                "title",
                "One",
                "words",
                "Two",
                "whom",
                "colleague",
                "colleague",
                noor.mail());
        var address = String.valueOf(sent.getRedirectedUrl());
        assertThat(page(get(tomas, address)).text()).contains("We wrote to you and to Noor Invented.");
        assertThat(get(noor, address.replace("/done", "")).getStatus()).isEqualTo(200);
    }

    @Test
    void theDownloadIsSafeAndKeepsTheConversationOut() {
        room.note(reference, priya, "canary-note");
        var formula = room.question(people.staff("=cmd"), "@SUM(1)", "canary-words");
        var file = get(priya, "/desk/items.csv?q=" + formula);
        assertThat(file.getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .contains("attachment")
                .contains("desk.csv");
        var text = new String(file.getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(text).contains("Reference,Kind,Title", "'=cmd", "'@SUM(1)").doesNotContain("canary");
    }

    @Test
    void anEmptyListSaysWhatToDoNext() {
        var empty = page(get(priya, "/desk?q=zeppelin-" + reference.number() + "x"));
        assertThat(empty.select(".queue-empty").text()).contains("Nothing here for “zeppelin-");
        assertThat(empty.select(".queue-empty a").eachAttr("href"))
                .containsExactly("/desk?view=all&q=zeppelin-" + reference.number() + "x", "/desk?view=open");
        var nowhere = page(get(priya, "/desk?view=all&q=zeppelin-" + reference.number() + "x"));
        assertThat(nowhere.select(".queue-empty").text()).contains("Nothing fits these filters");
        assertThat(nowhere.select(".queue-empty a").eachAttr("href")).containsExactly("/desk?view=all");
        for (var view : View.values()) {
            assertThat(page(get(jo, "/desk?view=" + view.key())).text()).doesNotContain("??");
        }
    }

    @Test
    void aUnitIsChosenByTypingItsName() {
        assertThat(get(priya, "/desk?in=No+such+unit+anywhere&view=all").getRedirectedUrl())
                .isEqualTo("/desk?view=all");
    }

    @Test
    void thePagesAskTheDatabaseLittleAndNoMoreWithMoreRows() {
        get(priya, "/desk");
        var few = Statements.of(() -> get(priya, "/desk?unit=00000000-0000-7000-8000-000000000000&q=zeppelin"));
        for (int number = 0; number < 30; number++) room.question(tomas, "Number " + number, "words");
        for (int number = 0; number < 20; number++) room.note(reference, priya, "note " + number);
        var list = Statements.of(() -> get(priya, "/desk"));
        // Besides those of the page itself, the shell has two at most.
        assertThat(list).hasSizeLessThanOrEqualTo(3 + 2).hasSameSizeAs(few);
        assertThat(Statements.of(() -> get(priya, place()))).hasSizeLessThanOrEqualTo(10);
        assertThat(Statements.of(() -> get(tomas, "/requests"))).hasSizeLessThanOrEqualTo(3 + 2);
        assertThat(Statements.of(() -> get(tomas, "/requests/" + reference))).hasSizeLessThanOrEqualTo(2 + 2);
    }
}
