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

/** Canned replies: whose they are, what is filled in, and how they are counted. */
@PortalTest
class CannedTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople people;

    @Autowired
    Desk desk;

    @Autowired
    TeamDesk team;

    @Autowired
    CannedReplies canned;

    @Autowired
    TransactionTemplate transaction;

    DeskRoom room;
    PersonRow tomas;
    PersonRow priya;
    PersonRow jo;
    Reference reference;

    @BeforeEach
    void aQuestion() {
        room = new DeskRoom(desk, team, transaction);
        tomas = people.staff("Dr. Tomás Sample");
        priya = people.comms("Priya Testcase");
        jo = people.comms("Jo Specimen");
        reference = room.question(tomas, "Which platform?", "For a museum.");
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

    private String item(String verb) {
        return "/desk/question/" + reference + verb;
    }

    private Canned write(PersonRow who, String title, String words, boolean shared) {
        assertThat(post(who, "/desk/canned", "title", title, "words", words, "shared", String.valueOf(shared))
                        .getStatus())
                .isEqualTo(303);
        return does(who, () -> canned.of(who.id())).stream()
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsWrittenForOneThatWasRemovedMeanwhileStays() {
        var shared = write(priya, "Gone " + reference, "We are on it.", true);
        post(priya, "/desk/canned/" + shared.id() + "/remove");
        var answer = post(jo, "/desk/canned/" + shared.id(), "title", "Gone", "words", "What jo wrote", "version", "0");
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(page(answer).select("textarea[name=words]").text()).isEqualTo("What jo wrote");
        assertThat(page(answer).text()).contains("Somebody removed this canned reply meanwhile.");
    }

    @Test
    void theTeamsAreEverybodysAndOnesOwnAreNotThereForOthers() {
        var shared = write(priya, "On it " + reference, "We are on it.", true);
        var own = write(priya, "Mine " + reference, "Mine.", false);
        var list = page(get(jo, "/desk/canned"));
        assertThat(list.select("tbody th a").eachText())
                .contains(shared.title())
                .doesNotContain(own.title());
        assertThat(list.text()).doesNotContain("??");
        assertThat(get(jo, "/desk/canned/" + own.id()).getStatus()).isEqualTo(404);
        assertThat(post(jo, "/desk/canned/" + own.id(), "title", "x", "words", "y")
                        .getStatus())
                .isEqualTo(404);
        assertThat(post(jo, "/desk/canned/" + own.id() + "/remove").getStatus()).isEqualTo(404);
        assertThat(page(get(jo, item(""))).select(".canned-menu button").eachText())
                .contains(shared.title())
                .noneMatch(title -> title.startsWith(own.title()));
        assertThat(page(get(priya, item(""))).select(".canned-menu button").eachText())
                .contains(own.title() + " (yours)");
        assertThat(post(jo, item("/canned"), "insert", own.id().toString()).getStatus())
                .isEqualTo(404);
        // Who did not write it first cannot take it from the others.
        post(jo, "/desk/canned/" + shared.id(), "title", shared.title(), "words", "Changed.", "version", "0");
        assertThat(does(priya, () -> canned.get(shared.id(), priya.id())))
                .satisfies(one -> assertThat(one.words()).isEqualTo("Changed."))
                .satisfies(one -> assertThat(one.shared()).isTrue());
        assertThat(post(jo, "/desk/canned/" + shared.id() + "/remove").getStatus())
                .isEqualTo(303);
        assertThat(get(priya, "/desk/canned/" + shared.id()).getStatus()).isEqualTo(404);
        assertThat(get(tomas, "/desk/canned").getStatus()).isEqualTo(403);
    }

    @Test
    void whatIsWrongIsSaidAtTheField() {
        var taken = write(priya, "Taken " + reference, "One.", true);
        var again = post(jo, "/desk/canned", "title", taken.title().toUpperCase(), "words", "Two.", "shared", "true");
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(page(again).select("#title-error").text()).contains("of this name already");
        assertThat(page(again).selectFirst("#words").text()).isEqualTo("Two.");
        var unknown = post(jo, "/desk/canned", "title", "New", "words", "Hello {surname} and {first name}, {2}");
        assertThat(page(unknown).select("#words-error").text())
                .contains("{surname}")
                .doesNotContain("{first name}");
        var empty = page(post(jo, "/desk/canned", "title", " ", "words", " "));
        assertThat(empty.select(".error-summary a")).hasSize(2);
        assertThat(empty.text()).doesNotContain("??");
    }

    @Test
    void theSecondOfTwoWhoChangeOneSeesBoth() {
        var one = write(priya, "Two " + reference, "First.", true);
        var address = "/desk/canned/" + one.id();
        post(jo, address, "title", one.title(), "words", "Jo’s.", "shared", "true", "version", "0");
        var late = post(priya, address, "title", one.title(), "words", "Priya’s.", "shared", "true", "version", "0");
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(page(late).select(".facts").text()).contains("Jo’s.");
        assertThat(page(late).selectFirst("#words").text()).isEqualTo("Priya’s.");
        assertThat(page(late).select("[name=version]").val()).isEqualTo("1");
    }

    @Test
    void whatStandsInBracesIsFilledInAndTheUseIsCountedWhenItGoesOut() {
        var one = write(priya, "Fill " + reference, "Hello {first name},\n\n{reference}: {title}. {my name}", true);
        var put = page(post(priya, item("/canned"), "insert", one.id().toString(), "words", ""));
        var form = put.selectFirst("#composer");
        assertThat(form.selectFirst("textarea").wholeText().strip())
                .isEqualTo("Hello Tomás,\n\n" + reference + ": Which platform?. Priya Testcase");
        assertThat(form.select("[name=canned]").val()).isEqualTo(one.id().toString());
        var words = form.selectFirst("textarea").wholeText();
        assertThat(post(
                                priya,
                                item("/reply"),
                                "words",
                                words,
                                "canned",
                                one.id().toString())
                        .getStatus())
                .isEqualTo(303);
        assertThat(does(priya, () -> canned.get(one.id(), priya.id())).used()).isZero();
        room.repliesGoOut();
        assertThat(does(priya, () -> canned.get(one.id(), priya.id())).used()).isOne();
        assertThat(page(get(jo, "/desk/canned")).text()).contains("once");
    }

    @Test
    void whatCannotBeFilledInIsSaidBeforeItIsSent() {
        var one = write(priya, "Talk " + reference, "See you {booking time}.", true);
        var put = page(post(priya, item("/canned"), "insert", one.id().toString(), "words", "Hello,"));
        assertThat(put.selectFirst("#composer textarea").wholeText().strip())
                .isEqualTo("Hello,\n\nSee you {booking time}.");
        assertThat(put.select(".missing").text()).contains("{booking time}");
        for (var verb : new String[] {"/reply", "/canned", "/quote", "/preview", "/draft"})
            assertThat(post(
                                    priya,
                                    item(verb),
                                    "words",
                                    "a\0b {booking time}",
                                    "insert",
                                    one.id().toString())
                            .getStatus())
                    .as(verb)
                    .isEqualTo(422);
        var refused = post(priya, item("/reply"), "words", "See you {booking time}.");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(page(refused).select("#words-error").text()).contains("{booking time} is not filled in");
        assertThat(page(refused).select("#composer [name=asIs]")).hasSize(1);
        assertThat(post(priya, item("/note"), "words", "Ask for the {booking time}.", "voice", "note")
                        .getStatus())
                .as("a note goes nowhere")
                .isEqualTo(303);
        assertThat(post(priya, item("/reply"), "words", "See you {booking time}.", "asIs", "true")
                        .getStatus())
                .isEqualTo(303);
    }

    @Test
    void theFirstNameIsTheFirstWordThatIsNoTitle() {
        assertThat(Variables.firstName("Dr. Tomás Sample")).isEqualTo("Tomás");
        assertThat(Variables.firstName("Prof. Dr. Noor")).isEqualTo("Noor");
        assertThat(Variables.firstName("Cher")).isEqualTo("Cher");
        assertThat(Variables.firstName("Dr.")).isEqualTo("Dr.");
    }
}
