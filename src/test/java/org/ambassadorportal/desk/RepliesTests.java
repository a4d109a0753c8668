package org.ambassadorportal.desk;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.StaleEdit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Replies that go out a little later, what can happen meanwhile, and what is kept of what one writes. */
@PortalTest
@RecordApplicationEvents
class RepliesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople people;

    @Autowired
    Desk desk;

    @Autowired
    TeamDesk team;

    @Autowired
    Replies replies;

    @Autowired
    Composing composing;

    @Autowired
    MyRequests mine;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationEvents events;

    DeskRoom room;
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
        reference = room.question(tomas, "Which platform?", "For a museum.");
        events.clear();
    }

    @AfterEach
    void theClockRuns() {
        clock.run();
    }

    private void write(PersonRow by, String words, String then) {
        does(by, () -> team.reply(reference, DeskRoom.signed(by), DeskRoom.writes(words, null, then)));
    }

    /** The job, so many seconds later. */
    private void later(int seconds) {
        clock.pass(Duration.ofSeconds(seconds));
        AsSystem.run(() -> desk.sendReplies(clock.instant()));
    }

    private List<String> letters() {
        return events.stream(Mailed.class)
                .flatMap(event -> event.letters().stream())
                .filter(letter -> reference.toString().equals(letter.reference()))
                .map(letter -> letter.key())
                .toList();
    }

    private ThreadLine going() {
        return room.thread(reference, priya).stream()
                .filter(line -> line.voice() == Voice.GOING)
                .findFirst()
                .orElseThrow();
    }

    private String draft(PersonRow of) {
        return does(of, () -> composing.find(reference, of.id()))
                .map(Composing.Draft::words)
                .orElse("");
    }

    private List<String> shared() {
        return does(tomas, () -> mine.open(reference, tomas.id())).thread().stream()
                .map(ThreadLine::words)
                .toList();
    }

    private MockHttpServletResponse post(PersonRow who, String verb, String... fields) {
        var request = browser.post()
                .uri("/desk/question/" + reference + verb)
                .with(as(who))
                .with(csrf());
        for (int at = 0; at < fields.length; at += 2) request = request.param(fields[at], fields[at + 1]);
        return request.exchange().getResponse();
    }

    private static Document page(MockHttpServletResponse response) {
        return Jsoup.parse(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private Document item(PersonRow who) {
        return page(browser.get()
                .uri("/desk/question/" + reference)
                .with(as(who))
                .exchange()
                .getResponse());
    }

    @Test
    void nothingHappensUntilAReplyGoesOut() {
        clock.pass(Duration.ofMinutes(5));
        write(priya, "Gladly.", "wait");
        var meanwhile = room.row(reference, priya);
        assertThat(meanwhile.status()).isEqualTo(Status.NEW);
        assertThat(meanwhile.firstResponseAt()).isNull();
        assertThat(letters()).isEmpty();
        assertThat(shared()).containsExactly("For a museum.");
        assertThat(going().going().waits()).isTrue();
        later(9);
        assertThat(letters()).isEmpty();
        later(1);
        var after = room.row(reference, priya);
        assertThat(after.status()).isEqualTo(Status.PENDING);
        assertThat(after.firstResponseAt()).isCloseTo(clock.instant(), within(1, ChronoUnit.MILLIS));
        assertThat(letters()).containsExactly("reply");
        assertThat(shared()).containsExactly("For a museum.", "Gladly.");
        later(60);
        assertThat(letters()).as("it goes out once").containsExactly("reply");
    }

    @Test
    void aReplyIsTakenBackByItsWriterAloneAndOnlyBeforeItIsOut() {
        write(priya, "Too hasty.", "answered");
        var message = going().id();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> does(jo, () -> replies.takeBack(reference, jo.id(), message)));
        does(priya, () -> replies.takeBack(reference, priya.id(), message));
        room.repliesGoOut();
        assertThat(letters()).isEmpty();
        assertThat(shared()).containsExactly("For a museum.");
        assertThat(room.row(reference, priya).status()).isEqualTo(Status.NEW);
        assertThat(draft(priya)).isEqualTo("Too hasty.");
        write(priya, "Well thought.", null);
        var second = going().id();
        room.repliesGoOut();
        assertThatExceptionOfType(WentOut.class)
                .isThrownBy(() -> does(priya, () -> replies.takeBack(reference, priya.id(), second)));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> does(priya, () -> replies.takeBack(reference, priya.id(), UUID.randomUUID())));
    }

    @Test
    void aReplyDoesNotGoOutOverAMessageThatItsWriterCouldNotKnow() {
        clock.pass(Duration.ofMinutes(5));
        write(priya, "It is on Tuesday.", null);
        clock.pass(Duration.ofSeconds(4));
        does(tomas, () -> mine.answer(reference, DeskRoom.signed(tomas), new AnswerForm("Not Tuesday!", null)));
        events.clear();
        later(10);
        assertThat(letters()).containsExactly("reply-held");
        assertThat(shared()).containsExactly("For a museum.", "Not Tuesday!");
        assertThat(draft(priya)).isEqualTo("It is on Tuesday.");
        assertThat(room.row(reference, priya).firstResponseAt()).isNull();
        var page = item(priya);
        assertThat(page.select("#composer .flash-bad").text()).contains("did not go out", "a message of the requester");
        assertThat(page.selectFirst("#words").text()).isEqualTo("It is on Tuesday.");
        assertThat(page.text()).doesNotContain("??");
    }

    @Test
    void aReplyDoesNotGoOutOnceSomebodyElseSettled() {
        clock.pass(Duration.ofMinutes(5));
        write(priya, "We look into it.", null);
        does(tomas, () -> mine.withdraw(reference, tomas.id()));
        later(10);
        assertThat(letters()).contains("reply-held").doesNotContain("reply");
        // About what was settled before, a reply may still be written.
        write(priya, "A pity.", null);
        later(10);
        assertThat(shared()).contains("A pity.");
        assertThat(room.row(reference, priya).outcome()).isEqualTo("withdrawn");
    }

    @Test
    void whoLooksAtAReplyOnItsWayIsNotLateWhenItIsOut() {
        write(priya, "Gladly.", "wait");
        var seen = room.row(reference, jo).version();
        room.repliesGoOut();
        does(jo, () -> team.assign(reference, DeskRoom.signed(jo), "me", seen));
        assertThat(room.row(reference, jo).assignee()).isEqualTo(jo.id());
        assertThatExceptionOfType(StaleEdit.class)
                .isThrownBy(() -> does(jo, () -> team.prioritize(reference, jo.id(), "high", seen)));
    }

    @Test
    void whoeverBeganBeforeAReplyWasOnItsWayIsShownIt() {
        var seen = room.row(reference, jo).version();
        write(priya, "I have it.", null);
        var answer = post(jo, "/reply", "words", "Me too.", "version", String.valueOf(seen));
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(page(answer).select(".thread .going").text()).contains("I have it.", "cannot see it yet");
        assertThat(page(answer).select(".meanwhile blockquote").text()).isEqualTo("I have it.");
        assertThat(page(answer).select(".thread .going form")).isEmpty();
        assertThat(page(answer).selectFirst("#words").text()).isEqualTo("Me too.");
        assertThat(draft(jo)).as("kept, should they leave the page").isEqualTo("Me too.");
    }

    @Test
    void aNoteDisturbsNobody() {
        var seen = room.row(reference, jo).version();
        room.note(reference, priya, "They are from Dearborn.");
        does(jo, () -> team.reply(reference, DeskRoom.signed(jo), DeskRoom.writes("Gladly.", seen, null)));
        assertThat(going().words()).isEqualTo("Gladly.");
    }

    @Test
    void theButtonTakesItBackAndTheTextIsInTheComposer() {
        assertThat(post(priya, "/reply", "words", "Gladly.").getStatus()).isEqualTo(303);
        var page = item(priya);
        var form = page.selectFirst(".thread .going form");
        assertThat(page.select(".thread .going").text()).contains("goes out in", "Tomás Sample cannot see it yet.");
        assertThat(post(
                                priya,
                                "/take-back",
                                "message",
                                form.select("[name=message]").val())
                        .getStatus())
                .isEqualTo(303);
        assertThat(item(priya).selectFirst("#words").text()).isEqualTo("Gladly.");
        assertThat(item(jo).selectFirst("#words").text()).isEmpty();
        assertThat(post(priya, "/take-back", "message", "nonsense").getStatus()).isEqualTo(422);
        assertThat(post(priya, "/take-back").getStatus()).isEqualTo(404);
    }

    @Test
    void whatIsWrittenIsKeptPerPersonAndItemUntilItIsSent() {
        assertThat(post(priya, "/draft", "words", "Half a sent", "voice", "note")
                        .getStatus())
                .isEqualTo(303);
        var page = item(priya);
        assertThat(page.selectFirst("#words").text()).isEqualTo("Half a sent");
        assertThat(page.selectFirst("input[value=note]").hasAttr("checked")).isTrue();
        assertThat(page.select(".draft-said").text()).contains("Your draft, kept");
        assertThat(item(jo).select(".draft-said")).isEmpty();
        does(tomas, () -> mine.answer(reference, DeskRoom.signed(tomas), new AnswerForm("And?", null)));
        assertThat(item(priya).select(".draft-said").text()).contains("After that Tomás Sample wrote.");
        assertThat(post(priya, "/note", "words", "Half a sentence.", "voice", "note")
                        .getStatus())
                .isEqualTo(303);
        assertThat(item(priya).select(".draft-said")).isEmpty();
        post(priya, "/draft", "words", "Another");
        post(priya, "/draft/discard", "words", "Another");
        assertThat(draft(priya)).isEmpty();
    }

    @Test
    void aDraftThatComesLateDoesNotBringBackWhatWasSent() {
        post(priya, "/reply", "words", "Gladly.", "once", "late-" + reference);
        var typing = browser.post()
                .uri("/desk/question/" + reference + "/draft")
                .header("X-Typing", "yes")
                .param("words", "Gladly")
                .param("once", "late-" + reference)
                .with(as(priya))
                .with(csrf())
                .exchange()
                .getResponse();
        assertThat(typing.getStatus()).isEqualTo(204);
        assertThat(draft(priya)).isEmpty();
    }

    @Test
    void thePreviewShowsWhatIsSentAndHidesNothingOfTheItem() {
        var preview = page(post(priya, "/preview", "words", "It is **free**, <b>Tomás</b>.", "once", "p" + reference));
        assertThat(preview.select("#composer .preview strong").text()).isEqualTo("free");
        assertThat(preview.select("#composer .preview").text()).contains("<b>Tomás</b>");
        assertThat(preview.selectFirst("#words").text()).isEqualTo("It is **free**, <b>Tomás</b>.");
        assertThat(preview.select("#composer [name=once]").val()).isEqualTo("p" + reference);
        assertThat(preview.select("#item-title")).hasSize(1);
        assertThat(post(priya, "/preview", "words", " ").getStatus()).isEqualTo(422);
        room.reply(reference, priya, "It is **free**, see https://example.org.");
        var read = page(browser.get()
                .uri("/requests/" + reference)
                .with(as(tomas))
                .exchange()
                .getResponse());
        assertThat(read.select(".thread .ours strong").text()).isEqualTo("free");
        assertThat(read.select(".thread .ours a").attr("href")).contains("example.org");
        var mail = events.stream(Mailed.class)
                .flatMap(event -> event.letters().stream())
                .filter(letter -> letter.key().equals("reply"))
                .map(letter -> letter.words());
        assertThat(mail).contains("It is free, see https://example.org.");
    }

    @Test
    void aMessageIsQuotedBelowWhatStandsThere() {
        var first = room.thread(reference, priya).getFirst();
        var answer = browser.post()
                .uri("/desk/question/" + reference + "/quote")
                .header("HX-Request", "true")
                .param("words", "Hello,")
                .param("message", first.id().toString())
                .with(as(priya))
                .with(csrf())
                .exchange()
                .getResponse();
        assertThat(page(answer).select("#item-title")).isEmpty();
        assertThat(page(answer).selectFirst("#composer textarea").wholeText().strip())
                .isEqualTo("Hello,\n\n> Tomás Sample wrote:\n>\n> For a museum.");
        assertThat(draft(priya)).contains("> For a museum.");
        assertThat(post(
                                priya,
                                "/quote",
                                "words",
                                "x",
                                "message",
                                UUID.randomUUID().toString())
                        .getStatus())
                .isEqualTo(404);
        assertThat(post(
                                priya,
                                "/quote",
                                "words",
                                "x".repeat(7990),
                                "message",
                                first.id().toString())
                        .getStatus())
                .isEqualTo(422);
    }

    /** As the script keeps it, from a page that was opened before. */
    private void types(String words, String saw) {
        var typing = browser.post()
                .uri("/desk/question/" + reference + "/draft")
                .header("X-Typing", "yes")
                .param("words", words)
                .param("saw", saw)
                .with(as(priya))
                .with(csrf())
                .exchange()
                .getResponse();
        assertThat(typing.getStatus()).isEqualTo(204);
    }

    private static String saw(Document page) {
        return page.select("#composer [name=saw]").val();
    }

    /** A reply that comes back while its writer writes something else on the page that is still open. */
    private void holds(String words, String meanwhile) {
        clock.pass(Duration.ofMinutes(5));
        write(priya, words, null);
        types(meanwhile, "");
        clock.pass(Duration.ofSeconds(4));
        does(tomas, () -> mine.answer(reference, DeskRoom.signed(tomas), new AnswerForm("Wait!", null)));
        later(10);
    }

    @Test
    void whatIsWrittenMeanwhileTakesNothingFromAReplyThatCameBack() {
        holds("It is on Tuesday.", "They are from");
        assertThat(draft(priya)).isEqualTo("It is on Tuesday.\n\nThey are from");
        types("They are from Dearborn", "");
        types("They are from Dearborn.", "");
        assertThat(draft(priya)).isEqualTo("It is on Tuesday.\n\nThey are from Dearborn.");
        assertThat(post(priya, "/note", "words", "They are from Dearborn.", "voice", "note", "saw", "")
                        .getStatus())
                .isEqualTo(303);
        assertThat(draft(priya)).as("the note is kept").isEqualTo("It is on Tuesday.");
        types("And", "");
        types("", "");
        post(priya, "/draft/discard", "words", "", "saw", "nonsense");
        var page = item(priya);
        assertThat(page.select("#composer .flash-bad").text()).contains("did not go out");
        assertThat(page.selectFirst("#words").text()).isEqualTo("It is on Tuesday.");
    }

    @Test
    void whoeverSawAReplyThatCameBackDoesWithItAsTheyLike() {
        holds("It is on Tuesday.", "They are from");
        var page = item(priya);
        assertThat(page.selectFirst("#words").wholeText()).isEqualTo("It is on Tuesday.\n\nThey are from");
        assertThat(page.selectFirst("#words").attr("data-back")).isEqualTo("It is on Tuesday.");
        types("It is on Thursday.", saw(page));
        assertThat(draft(priya)).isEqualTo("It is on Thursday.");
        types("They are from", "");
        assertThat(draft(priya))
                .as("another page, which did not see it")
                .isEqualTo("It is on Tuesday.\n\nThey are from");
        assertThat(post(priya, "/reply", "words", "It is on Thursday.", "saw", saw(item(priya)))
                        .getStatus())
                .isEqualTo(303);
        assertThat(draft(priya)).isEmpty();
    }

    @Test
    void aPageThatDidNotShowItShowsItAboveWhatWasWritten() {
        holds("It is on Tuesday.", "They are from");
        var refused = page(post(priya, "/reply", "words", "Hello {name},", "saw", ""));
        assertThat(refused.select("#words-error").text()).isNotEmpty();
        assertThat(refused.selectFirst("#words").wholeText()).isEqualTo("It is on Tuesday.\n\nHello {name},");
        assertThat(saw(refused)).isEqualTo(saw(item(priya))).isNotEmpty();
        var preview = page(post(priya, "/preview", "words", "Dearborn", "saw", ""));
        assertThat(preview.select("#composer .preview").text()).contains("It is on Tuesday.", "Dearborn");
        assertThat(draft(priya)).isEqualTo("It is on Tuesday.\n\nDearborn");
    }

    @Test
    void twoRepliesThatCameBackAreBothThere() {
        clock.pass(Duration.ofMinutes(5));
        write(priya, "One.", null);
        write(priya, "Two.", null);
        clock.pass(Duration.ofSeconds(4));
        does(tomas, () -> mine.answer(reference, DeskRoom.signed(tomas), new AnswerForm("Wait!", null)));
        later(10);
        assertThat(draft(priya)).isEqualTo("One.\n\nTwo.");
    }

    @Test
    void aNoteThatWasBegunStaysANoteBelowAReplyThatCameBack() {
        clock.pass(Duration.ofMinutes(5));
        write(priya, "It is on Tuesday.", null);
        post(priya, "/draft", "words", "Only for us", "voice", "note");
        does(priya, () -> replies.takeBack(reference, priya.id(), going().id()));
        var page = item(priya);
        assertThat(page.selectFirst("#words").wholeText()).isEqualTo("It is on Tuesday.\n\nOnly for us");
        assertThat(page.selectFirst("input[value=note]").hasAttr("checked")).isTrue();
    }

    @Test
    void whatIsKeptWhileItIsBeingSentIsNotThereAgainAfterwards() throws Exception {
        var form = new ComposerForm("Gladly.", null, null, "reply", "race-" + reference, null, null, null);
        var sent = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var sending = pool.submit(() -> transaction.execute(status -> {
                does(priya, () -> team.reply(reference, DeskRoom.signed(priya), form));
                sent.countDown();
                return await(leave);
            }));
            assertThat(await(sent)).isTrue();
            var keeping = pool.submit(() -> does(priya, () -> composing.keep(reference, priya.id(), form)));
            assertThatExceptionOfType(TimeoutException.class)
                    .as("it waits")
                    .isThrownBy(() -> keeping.get(500, TimeUnit.MILLISECONDS));
            leave.countDown();
            assertThat(sending.get()).isTrue();
            keeping.get();
        }
        assertThat(draft(priya)).isEmpty();
    }

    private static Boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
