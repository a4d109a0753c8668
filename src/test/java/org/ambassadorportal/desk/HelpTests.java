package org.ambassadorportal.desk;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** The one question that is asked after something was settled. */
@PortalTest
class HelpTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople people;

    @Autowired
    Desk desk;

    @Autowired
    MyRequests mine;

    @Autowired
    TeamDesk team;

    @Autowired
    TransactionTemplate transaction;

    DeskRoom room;
    PersonRow tomas;
    PersonRow priya;
    Reference reference;

    @BeforeEach
    void aSettledQuestion() {
        room = new DeskRoom(desk, team, transaction);
        tomas = people.staff("Tomás Sample");
        priya = people.comms("Priya Testcase");
        reference = room.question(tomas, "Which platform?", "For a museum.");
        does(priya, () -> team.settle(reference, priya.id(), "answered", null));
    }

    private Document request(PersonRow who, Reference which) {
        return page(
                browser.get().uri("/requests/" + which).with(as(who)).exchange().getResponse());
    }

    private Document item() {
        return page(browser.get()
                .uri("/desk/question/" + reference)
                .with(as(priya))
                .exchange()
                .getResponse());
    }

    private MockHttpServletResponse tell(PersonRow who, String... fields) {
        var request = browser.post()
                .uri("/requests/" + reference + "/helped")
                .with(as(who))
                .with(csrf());
        for (int at = 0; at < fields.length; at += 2) request = request.param(fields[at], fields[at + 1]);
        return request.exchange().getResponse();
    }

    private static Document page(MockHttpServletResponse response) {
        return Jsoup.parse(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    @Test
    void itIsAskedOnceItIsSettledAndNotBefore() {
        var open = room.question(tomas, "Another?", "words");
        assertThat(request(tomas, open).select(".request-help")).isEmpty();
        assertThat(request(tomas, reference).select(".request-help form")).hasSize(1);
    }

    @Test
    void theAnswerStandsOnTheItemAndCanBeChanged() {
        assertThat(tell(tomas, "helped", "true", "comment", "Quick, too.").getRedirectedUrl())
                .isEqualTo("/requests/" + reference);
        assertThat(item().select(".item-side").text()).contains("Did it help? Yes", "Quick, too.");
        var asked = request(tomas, reference).select(".request-help");
        assertThat(asked.text()).contains("You said that it helped.", "Quick, too.");
        assertThat(asked.select("details textarea").text()).isEqualTo("Quick, too.");
        tell(tomas, "helped", "false", "comment", "");
        assertThat(item().select(".item-side").text())
                .contains("Did it help? No")
                .doesNotContain("Quick");
        assertThat(item().select(".thread .event").text())
                .contains("Tomás Sample says that it helped", "Tomás Sample says that it did not help");
    }

    @Test
    void anEmptyAnswerIsSaidAtTheFieldAndKeepsTheWords() {
        var refused = tell(tomas, "comment", "Well.");
        assertThat(refused.getStatus()).isEqualTo(422);
        var page = page(refused);
        assertThat(page.select(".request-help .field-error").text()).contains("Choose yes or no.");
        assertThat(page.select(".request-help textarea").text()).isEqualTo("Well.");
        assertThat(page.title()).startsWith("Error:");
    }

    @Test
    void nobodyElseAnswersForThem() {
        assertThat(tell(people.staff(), "helped", "true").getStatus()).isEqualTo(404);
        assertThat(tell(priya, "helped", "true").getStatus()).isEqualTo(404);
        var noor = people.staff("Noor Invented");
        var forNoor = room.item(noor, tomas, "question", "For Noor", "words", null);
        does(priya, () -> team.settle(forNoor, priya.id(), "answered", null));
        assertThat(request(tomas, forNoor).select(".request-help")).isEmpty();
    }

    @Test
    void thePageSaysByWhenOnceItIsAnsweredAndNothingWhileTheyAreWaitedFor() {
        var open = room.question(tomas, "Another?", "words");
        assertThat(request(tomas, open).select(".request-next").text())
                .contains("You will hear from us by")
                .doesNotContain("We mean to be done by");
        room.reply(open, priya, "Soon.");
        assertThat(request(tomas, open).select(".request-next").text())
                .contains("We mean to be done by")
                .doesNotContain("You will hear from us by");
        room.reply(open, priya, DeskRoom.writes("Which one?", null, "wait"));
        assertThat(request(tomas, open).select(".request-next").text()).doesNotContain("We mean to be done by");
    }

    @Test
    void thePageOfWhatIsOpenAgainSaysThatTheOutcomeStays() {
        does(tomas, () -> mine.answer(reference, DeskRoom.signed(tomas), new AnswerForm("And LinkedIn?", null)));
        var page = request(tomas, reference);
        assertThat(page.select(".request-next").text()).contains("Your message opened it again", "Answered");
        assertThat(page.select("a[href$=/withdraw]")).isEmpty();
        assertThat(item().select(".follow-up").text()).contains("so it is open again");
    }

    @Test
    void whatWasWithdrawnIsNotAskedAbout() {
        var other = room.question(tomas, "Another?", "words");
        does(tomas, () -> mine.withdraw(other, tomas.id()));
        assertThat(request(tomas, other).select(".request-help")).isEmpty();
    }
}
