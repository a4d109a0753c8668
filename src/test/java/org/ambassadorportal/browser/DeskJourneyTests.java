package org.ambassadorportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.ambassadorportal.demo.JourneyDatabase;
import org.ambassadorportal.desk.Desk;
import org.ambassadorportal.identity.AsSystem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** What the team does at the desk on a morning, in a real browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles({"test", "local"})
@Import(JourneyDatabase.class)
class DeskJourneyTests {

    private static final byte[] PLAN = "What we would do in May".getBytes(StandardCharsets.UTF_8);
    private static final Pattern REFERENCE = Pattern.compile("R-\\d{4,}");

    @LocalServerPort
    int port;

    @Autowired
    Desk desk;

    @Autowired
    Clock clock;

    /** Stands in every title of a test, so that the list of the test is found. */
    private final String word = "zq" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aMorningAtTheDeskByKeyboardAlone() {
        asked("First " + word, "Second " + word, "Third " + word);
        try (var comms = Visit.to(origin(), 1280, false).as("comms")) {
            comms.go("/desk");
            var keys = comms.page().keyboard();
            keys.press("/");
            keys.type(word);
            keys.press("Enter");
            comms.page().waitForURL("**q=" + word + "**");
            assertThat(comms.page().locator(".queue-row").count()).isEqualTo(3);

            keys.press("j");
            keys.press("Enter");
            opened(comms, "First " + word);
            keys.press("m");
            comms.until("document.querySelector('.item-side .has').innerText.includes('Marcus')");
            keys.press("n");
            keys.type("A word among us.");
            keys.press("Control+Enter");
            comms.until("document.querySelector('.thread .note')");
            keys.press("t");
            keys.type("morning " + word);
            keys.press("Enter");
            comms.until("document.querySelector('#item .item-side').innerText.includes('morning " + word + "')");
            keys.press("r");
            keys.type("Here is the answer.");
            keys.press("Control+Enter");
            comms.until("document.querySelector('.thread').innerText.includes('Here is the answer.')");

            // The next one is settled by its decision; one goes on from where it stood, with a canned reply at hand.
            keys.press("Escape");
            keys.press("j");
            keys.press("e");
            comms.until("document.activeElement.matches('#item button[value=answered]')");
            opened(comms, "Second " + word);
            keys.press("Enter");
            comms.until("document.querySelector('#item .item-head').innerText.includes('Answered')");
            assertThat(comms.page().locator(".queue-row").count()).isEqualTo(2);
            keys.press("j");
            keys.press("c");
            opened(comms, "Third " + word);
            comms.until("document.activeElement.matches('.canned-menu .menu :is(button, a)')");
            keys.press("Escape");
            comms.until("!document.querySelector('.canned-menu').open");
            keys.press("s");
            keys.press("ArrowDown");
            keys.press("Enter");
            comms.until("document.querySelector('#item .item-head').innerText.includes('Pending')");

            keys.press("?");
            comms.until("document.querySelector('#keys').open");
            assertThat(comms.faults()).isEmpty();
            keys.press("Enter");
            comms.until("!document.querySelector('#keys').open");
            keys.press("Control+k");
            keys.type("waiting for the requester");
            keys.press("Enter");
            comms.page().waitForURL("**view=pending**");
            assertThat(comms.text()).contains("Third " + word);
            assertThat(comms.noted()).isEmpty();
        }
    }

    @Test
    void twoPeopleAnswerAtOnceAndNothingThatEitherWroteIsLost() {
        var reference = asked("Collision " + word).getFirst();
        try (var first = Visit.to(origin(), 1280, false).as("comms");
                var second = Visit.to(origin(), 1280, false).as("lead")) {
            first.go("/desk/question/" + reference).type("words", "My answer was first.");
            second.go("/desk/question/" + reference).type("words", "Mine came after.");
            first.press("Send the reply");
            second.press("Send the reply");
            assertThat(second.page().locator("#words").inputValue()).isEqualTo("Mine came after.");
            assertThat(second.text()).contains("My answer was first.", "Marcus Bell");
            assertThat(second.faults()).isEmpty();
            second.press("Send the reply");
            assertThat(second.page().locator(".thread").innerText())
                    .contains("My answer was first.", "Mine came after.");
        }
    }

    @Test
    void whatOthersDoMeanwhileIsSeenWhileOneWritesAndAFileGoesAlong() {
        var reference = asked("Meanwhile " + word).getFirst();
        try (var comms = Visit.to(origin(), 1280, false).as("comms");
                var lead = Visit.to(origin(), 1280, false).as("lead")) {
            lead.go("/desk/question/" + reference);
            comms.go("/desk/question/" + reference).type("words", "I am writing about it.");
            comms.until("document.querySelector('.company').innerText.includes('Hannah Lindqvist')");
            lead.until("document.querySelector('.company').innerText.includes('Marcus Bell is writing')");
            comms.page().locator("#files").setInputFiles(new FilePayload("plan.txt", "text/plain", PLAN));
            comms.until("document.querySelector('.file-waiting').innerText.includes('plan.txt')");

            // Somebody else acts: whoever writes is told, and keeps what they wrote.
            lead.press("Take it");
            comms.until("!document.querySelector('[data-live=item]').hidden");
            looksRight(comms, "desk-live");
            comms.page().locator("[data-live-show]").click();
            comms.until("document.querySelector('.item-side .has').innerText.includes('Hannah Lindqvist')");
            assertThat(comms.page().locator("#words").inputValue()).isEqualTo("I am writing about it.");

            comms.press("Preview").until("document.querySelector('.preview')");
            looksRight(comms, "desk-preview");

            comms.press("Send the reply");
            comms.until("document.querySelector('.thread .going')");
            assertThat(comms.text()).contains("Take it back", "plan.txt");
            looksRight(comms, "desk-going");
            lead.until("document.querySelector('.thread .going')");
            // Nobody takes it back: it goes out, and both pages learn of it by themselves.
            AsSystem.run(() -> desk.sendReplies(clock.instant().plusSeconds(60)));
            comms.until("!document.querySelector('.thread .going') && document.querySelector('.thread .ours')");
            lead.until("!document.querySelector('.thread .going') && document.querySelector('.thread .ours')");
            assertThat(lead.text()).contains("I am writing about it.");
            assertThat(lead.noted()).isEmpty();
        }
        try (var staff = Visit.to(origin(), 390, false).as("staff")) {
            staff.go("/requests/" + reference);
            assertThat(staff.text()).contains("I am writing about it.", "plan.txt");
            assertThat(staff.faults()).isEmpty();
            var file = staff.page()
                    .waitForDownload(() -> staff.page().locator("a.file-name").click());
            assertThat(file.path()).hasBinaryContent(PLAN);
        }
    }

    @Test
    void aReplyThatComesBackStandsAboveWhatOneWroteMeanwhile() {
        var reference = asked("Back " + word).getFirst();
        try (var comms = Visit.to(origin(), 1280, false).as("comms");
                var staff = Visit.to(origin(), 1280, false).as("staff")) {
            comms.go("/desk/question/" + reference)
                    .type("words", "It is on Tuesday.")
                    .press("Send the reply");
            comms.until("document.querySelector('.thread .going')");
            comms.type("words", "They are from");
            comms.until("document.querySelector('[data-kept]').innerText !== ''");
            staff.go("/requests/" + reference).type("words", "Not Tuesday!").press("Send");
            AsSystem.run(() -> desk.sendReplies(clock.instant().plusSeconds(60)));

            // The page is still the one from before, and keeps what is typed.
            comms.type("words", "They are from Dearborn.");
            comms.until("document.querySelector('[data-kept]').innerText !== ''");
            comms.until("!document.querySelector('[data-live=item]').hidden");
            comms.page().locator("[data-live-show]").click();
            comms.until("document.querySelector('#composer .flash-bad')");
            assertThat(comms.page().locator("#words").inputValue())
                    .isEqualTo("It is on Tuesday.\n\nThey are from Dearborn.");
            assertThat(comms.faults()).isEmpty();

            // Now it is in sight, and whoever wrote it may do away with it.
            comms.type("words", "It is on Thursday.");
            comms.until("document.querySelector('[data-kept]').innerText !== ''");
            comms.go("/desk/question/" + reference);
            assertThat(comms.page().locator("#words").inputValue()).isEqualTo("It is on Thursday.");
        }
    }

    @Test
    void manyAreSettledAtOnceAndWhatWasLeftOutIsSaidWithItsReason() {
        var references = asked("One " + word, "Two " + word, "Three " + word);
        try (var comms = Visit.to(origin(), 1280, false).as("comms")) {
            comms.go("/desk/question/" + references.getFirst()).press("Settle as answered");
            comms.go("/desk?view=all&q=" + word);
            // By keys: the first two of the list; then all of the list by its own box.
            var keys = comms.page().keyboard();
            keys.press("j");
            keys.press("x");
            keys.press("j");
            keys.press("x");
            comms.until("document.querySelector('.bulk-count').innerText.includes('2')");
            comms.page().locator("#bulk input[name=all]").check();
            comms.page().locator("#bulk button[value=settle]").click();
            comms.page().waitForURL("**/desk/bulk?**");
            assertThat(comms.text()).contains("Settle 3 items");
            assertThat(comms.faults()).isEmpty();
            comms.choose("outcome", "answered").press("Settle all 3");
            comms.until("document.querySelector('main').innerText.includes('2 are done.')");
            assertThat(comms.text())
                    .contains("One was left as it is.", references.getFirst() + " One " + word, "It is settled.");
            assertThat(comms.faults()).isEmpty();
            comms.go("/desk?q=" + word);
            assertThat(comms.page().locator(".queue-row").count()).isZero();
        }
    }

    private static void looksRight(Visit visit, String name) {
        visit.picture(Path.of("target", "gallery", "1280-light", "comms-" + name + ".png"));
        assertThat(visit.faults()).isEmpty();
    }

    private static void opened(Visit visit, String title) {
        visit.swapped().until("document.querySelector('#item-title')?.innerText === '" + title + "'");
    }

    /** Somebody asks these questions; the first comes first. */
    private List<String> asked(String... titles) {
        var references = new ArrayList<String>();
        try (var staff = Visit.to(origin(), 1280, false).as("staff")) {
            for (var title : titles) {
                staff.go("/requests/new/question")
                        .type("title", title)
                        .type("words", "Could you tell me?")
                        .press("Send");
                var found = REFERENCE.matcher(staff.text());
                assertThat(found.find()).isTrue();
                references.add(found.group());
            }
        }
        return references;
    }

    private String origin() {
        return "http://localhost:" + port;
    }
}
