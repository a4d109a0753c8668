package org.ambassadorportal.desk;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.PersonDisabled;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class MergesTests {

    @Autowired
    Merges merges;

    @Autowired
    Watchers watchers;

    @Autowired
    Composing composing;

    @Autowired
    Files files;

    @Autowired
    Desk desk;

    @Autowired
    Queue queue;

    @Autowired
    MyRequests mine;

    @Autowired
    TeamDesk team;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestPeople people;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    MockMvcTester browser;

    DeskRoom room;
    PersonRow tomas;
    PersonRow priya;
    PersonRow jo;
    Reference first;
    Reference second;

    @BeforeEach
    void twoQuestionsAboutTheSame() {
        clock.hold(Instant.parse("2026-10-12T13:00:00Z"));
        room = new DeskRoom(desk, team, transaction);
        tomas = people.staff("Tomás Sample");
        priya = people.comms("Priya Testcase");
        jo = people.comms("Jo Specimen");
        first = room.question(tomas, "Which platform?", "For a museum.");
        clock.pass(Duration.ofMinutes(10));
        second = room.question(tomas, "Which platform, again", "Did you get my question?");
        clock.pass(Duration.ofMinutes(10));
    }

    @AfterEach
    void letTheClockRun() {
        clock.run();
    }

    private void merge(Reference gone, Reference into) {
        does(priya, () -> merges.merge(gone, priya.id(), new MergeForm(into.toString(), null)));
        clock.pass(Duration.ofMinutes(10));
    }

    private void undo(Reference merged) {
        does(priya, () -> merges.undo(merged, priya.id()));
    }

    private Reference answer(Reference reference, String words) {
        var goesOn = does(tomas, () -> mine.answer(reference, DeskRoom.signed(tomas), new AnswerForm(words, null)));
        clock.pass(Duration.ofMinutes(10));
        return goesOn;
    }

    private List<String> said(Reference reference) {
        return room.thread(reference, priya).stream()
                .filter(line -> line.voice() != Voice.EVENT)
                .map(ThreadLine::words)
                .toList();
    }

    private List<String> history(Reference reference) {
        return room.thread(reference, priya).stream()
                .filter(line -> line.voice() == Voice.EVENT)
                .map(ThreadLine::words)
                .toList();
    }

    @Test
    void whatWasSaidAboutBothStandsInOneConversationInOrder() {
        merge(second, first);
        assertThat(room.row(second, priya).status()).isEqualTo(Status.MERGED);
        assertThat(room.row(first, priya).unread()).isTrue();
        assertThat(answer(second, "Any news?")).isEqualTo(first);
        assertThat(said(first)).containsExactly("For a museum.", "Did you get my question?", "Any news?");
        assertThat(history(first)).containsExactly("desk.event.absorbed");
        assertThat(does(tomas, () -> mine.open(second, tomas.id()).thread())).hasSize(3);
    }

    @Test
    void undoneWithinADayEachHasItsOwnAgainAndWhatCameLaterStays() {
        does(priya, () -> team.assign(second, DeskRoom.signed(priya), "me", null));
        var before = room.row(second, priya);
        merge(second, first);
        answer(second, "Any news?");
        undo(second);
        var after = room.row(second, priya);
        assertThat(after.status()).isEqualTo(before.status());
        assertThat(after.assignee()).isEqualTo(priya.id());
        assertThat(after.mergedInto()).isNull();
        assertThat(after.nextDueAt()).isAfterOrEqualTo(before.nextDueAt());
        assertThat(said(first)).containsExactly("For a museum.", "Any news?");
        assertThat(said(second)).containsExactly("Did you get my question?");
        assertThat(history(first)).containsExactly("desk.event.absorbed", "desk.event.released");
        assertThat(history(second)).containsExactly("desk.event.taken", "desk.event.merged", "desk.event.unmerged");
        assertThat(answer(second, "This one is new.")).isEqualTo(second);
    }

    @Test
    void afterADayItStaysMergedAndTwiceIsTooOften() {
        merge(second, first);
        undo(second);
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> undo(second));
        merge(second, first);
        clock.pass(Duration.ofDays(1));
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> undo(second));
    }

    @Test
    void whatWaitedForADayWaitsForItAgain() {
        var friday = Instant.parse("2026-10-16T13:00:00Z");
        does(priya, () -> desk.awaitDate(second, friday));
        merge(second, first);
        assertThat(room.row(second, priya).wakesAt()).isNull();
        undo(second);
        assertThat(room.row(second, priya).wakesAt()).isEqualTo(friday);
    }

    @Test
    void watchersAndWhoHadItWatchTheOtherUntilItIsUndone() {
        does(priya, () -> team.assign(second, DeskRoom.signed(priya), "me", null));
        does(jo, () -> watchers.add(second, jo.id(), "me"));
        merge(second, first);
        assertThat(does(priya, () -> watchers.of(first, null))).hasSize(2);
        undo(second);
        assertThat(does(priya, () -> watchers.of(first, null))).isEmpty();
        assertThat(does(priya, () -> watchers.of(second, null))).hasSize(1);
    }

    @Test
    void aThirdLeadsThroughTheSecondToTheFirst() {
        var third = room.question(tomas, "And again", "Hello?");
        merge(third, second);
        merge(second, first);
        assertThat(said(first)).hasSize(3);
        assertThat(answer(third, "Hello again?")).isEqualTo(first);
        undo(second);
        assertThat(said(second)).containsExactly("Did you get my question?", "Hello?");
    }

    @Test
    void whatWasSaidIsQuotedAlsoAfterTwoMerges() {
        var third = room.question(tomas, "And again", "Hello?");
        var message = room.thread(third, priya).getFirst().id();
        merge(third, second);
        merge(second, first);
        var nothing = DeskRoom.writes("", null, null);
        var quoted = does(priya, () -> composing.quoted(first, message, nothing));
        assertThat(quoted.text()).contains("> Hello?");
        undo(second);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> does(priya, () -> composing.quoted(first, message, nothing)));
    }

    @Test
    void whoCameAlongWithTheThirdLeavesEveryItemWhenThatIsUndone() {
        var third = room.question(tomas, "And again", "Hello?");
        does(priya, () -> watchers.add(second, priya.id(), "me"));
        does(jo, () -> watchers.add(third, jo.id(), "me"));
        merge(third, second);
        merge(second, first);
        assertThat(does(priya, () -> watchers.of(first, null))).hasSize(2);
        undo(third);
        assertThat(does(priya, () -> watchers.of(first, null)))
                .extracting(Addressee::id)
                .containsExactly(priya.id());
        assertThat(does(priya, () -> watchers.of(second, null)))
                .extracting(Addressee::id)
                .containsExactly(priya.id());
        assertThat(does(priya, () -> watchers.of(third, null))).hasSize(1);
    }

    @Test
    void whoCameAlongWithTheThirdLeavesTheFirstWithTheSecond() {
        var third = room.question(tomas, "And again", "Hello?");
        does(jo, () -> watchers.add(third, jo.id(), "me"));
        merge(third, second);
        merge(second, first);
        undo(second);
        assertThat(does(priya, () -> watchers.of(first, null))).isEmpty();
        assertThat(does(priya, () -> watchers.of(second, null))).hasSize(1);
        undo(third);
        assertThat(does(priya, () -> watchers.of(second, null))).isEmpty();
    }

    private List<String> waiting(Reference reference, PersonRow who) {
        return does(who, () -> files.staged(reference, who.id())).stream()
                .map(FileRow::name)
                .toList();
    }

    private List<Refusal> stage(Reference reference, PersonRow who, String name) {
        var file = new MockMultipartFile("files", name, "text/plain", name.getBytes(StandardCharsets.UTF_8));
        var refused = does(who, () -> files.add(reference, DeskRoom.signed(who), List.of(file)));
        clock.pass(Duration.ofSeconds(1));
        return refused;
    }

    @Test
    void filesThatWaitToBeSentWaitAtTheOther() {
        var third = room.question(tomas, "And again", "Hello?");
        stage(first, tomas, "first.txt");
        stage(second, tomas, "second.txt");
        stage(second, priya, "ours.txt");
        merge(third, second);
        merge(second, first);
        assertThat(waiting(first, tomas)).containsExactly("first.txt", "second.txt");
        assertThat(waiting(first, priya)).containsExactly("ours.txt");
        assertThat(stage(third, tomas, "third.txt")).isEmpty();
        assertThat(waiting(third, tomas)).containsExactly("first.txt", "second.txt", "third.txt");
        var unwanted = does(tomas, () -> files.staged(third, tomas.id())).getFirst();
        does(tomas, () -> files.remove(second, tomas.id(), unwanted.id()));
        assertThat(answer(second, "Here they are.")).isEqualTo(first);
        assertThat(waiting(first, tomas)).isEmpty();
        assertThat(room.thread(first, priya).getLast().files())
                .extracting(FileRow::name)
                .containsExactly("second.txt", "third.txt");
    }

    @Test
    void ofFilesThatWaitNoneIsLostWhereTheyBecomeMoreThanFit() {
        for (int number = 0; number < Files.MOST; number++) {
            stage(first, tomas, "first-" + number + ".txt");
            stage(second, tomas, "second-" + number + ".txt");
        }
        merge(second, first);
        assertThat(waiting(first, tomas)).hasSize(2 * Files.MOST);
        assertThat(stage(second, tomas, "more.txt")).extracting(Refusal::key).containsExactly("desk.files.many");
        answer(first, "All of them.");
        assertThat(room.thread(first, priya).getLast().files()).hasSize(2 * Files.MOST);
    }

    @Test
    void whatItGoesOnInIsFoundByWhatWasSaidBeforeUntilItIsUndone() {
        var third = room.question(tomas, "Which platform for the quokkas?", "We have three of them.");
        merge(third, second);
        merge(second, first);
        assertThat(found("quokka")).containsExactly(first);
        undo(second);
        assertThat(found("quokka")).containsExactly(second);
        undo(third);
        assertThat(found("quokka")).containsExactly(third);
    }

    private List<Reference> found(String words) {
        var filter = QueueFilter.of(Map.of("view", "open", "q", words));
        return does(priya, () -> queue.page(filter, priya.id())).groups().stream()
                .flatMap(group -> group.rows().stream())
                .map(QueueRow::reference)
                .toList();
    }

    @Test
    void whatWasBegunAtAMergedItemIsFoundWhereItGoesOn() {
        does(jo, () -> composing.keep(second, jo.id(), begun("What jo began.")));
        does(priya, () -> composing.keep(first, priya.id(), begun("At the first.")));
        does(priya, () -> composing.keep(second, priya.id(), begun("At the second.")));
        merge(second, first);
        assertThat(draft(jo)).isEqualTo("What jo began.");
        assertThat(draft(priya)).isEqualTo("At the first.\n\nAt the second.");
        does(jo, () -> composing.keep(second, jo.id(), begun("Typed on an old page.")));
        assertThat(draft(jo)).isEqualTo("Typed on an old page.");
    }

    private static ComposerForm begun(String words) {
        return DeskRoom.writes(words, null, null);
    }

    private String draft(PersonRow who) {
        return does(who, () -> composing.find(first, who.id())).orElseThrow().words();
    }

    @Test
    void onlyWhatBelongsTogetherIsMerged() {
        var other = people.staff("Noor Invented");
        var hers = room.question(other, "Which platform?", "For a lab.");
        var settled = room.question(tomas, "Old", "Old.");
        does(priya, () -> desk.settle(settled, "answered", priya.id()));
        var talk = room.item(tomas, tomas, "talk", "A talk", null, null);
        var forHim = room.item(tomas, other, "question", "For Tomás", "He asked me to.", null);
        refuses(second, hers, "desk.merge.requester");
        refuses(second, settled, "desk.merge.over");
        refuses(second, second, "desk.merge.itself");
        refuses(talk, first, "desk.merge.kind");
        refuses(forHim, first, "desk.merge.entered");
        refuses(second, Reference.of("R-99999999"), "desk.merge.unknown");
        assertThatExceptionOfType(AlreadySettled.class).isThrownBy(() -> merge(settled, first));
    }

    private void refuses(Reference gone, Reference into, String key) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> merge(gone, into))
                .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void nobodyHasAMergedItemBackWhoLeft() {
        does(priya, () -> team.assign(second, DeskRoom.signed(priya), jo.id().toString(), null));
        merge(second, first);
        does(
                priya,
                () -> transaction.executeWithoutResult(status -> {
                    database.sql("update person set disabled = true where id = ?")
                            .param(jo.id().value())
                            .update();
                    publisher.publishEvent(new PersonDisabled(jo.id(), clock.instant()));
                }));
        undo(second);
        assertThat(room.row(second, priya).assignee()).isNull();
    }

    @Test
    void theOldReferenceLeadsTeamAndRequesterToTheOther() {
        var page = page(get(priya, place(second)));
        assertThat(page.select(".merge-menu label").eachText()).anyMatch(label -> label.contains(first.toString()));
        assertThat(page.text()).doesNotContain("??");
        assertThat(post(priya, place(second) + "/merge", "into", "").getStatus())
                .isEqualTo(422);
        var done = post(
                priya,
                place(second) + "/merge",
                "into",
                first.toString(),
                "version",
                String.valueOf(room.row(second, priya).version()));
        assertThat(done.getRedirectedUrl()).isEqualTo(place(first));
        assertThat(get(priya, place(second) + "?view=mine").getRedirectedUrl()).isEqualTo(place(first) + "?view=mine");
        assertThat(get(tomas, "/requests/" + second).getRedirectedUrl()).isEqualTo("/requests/" + first);
        assertThat(page(get(tomas, "/requests/" + first)).text())
                .contains("Did you get my question?", "sent as " + second)
                .doesNotContain("??");
        assertThat(get(people.staff("Noor Invented"), "/requests/" + second).getStatus())
                .isEqualTo(404);

        var merged = page(get(priya, place(first)));
        assertThat(merged.select(".related .merged").text()).contains(second.toString(), "Undo");
        var itself = page(get(priya, merged.selectFirst(".related .merged a").attr("href")));
        assertThat(itself.select(".item-top").text()).contains(second.toString());
        assertThat(itself.select(".follow-up a").attr("href")).isEqualTo(place(first));
        assertThat(itself.select("#composer, .watchers, .related, .stand-menu")).isEmpty();
        assertThat(itself.text()).doesNotContain("??");
        assertThat(post(priya, place(first) + "/unmerge", "merged", second.toString())
                        .getRedirectedUrl())
                .isEqualTo(place(first));
        assertThat(get(priya, place(second)).getStatus()).isEqualTo(200);
    }

    @Test
    void whoeverWritesToItMeanwhileSeesTheOtherWithTheirWords() {
        var seen = String.valueOf(room.row(second, priya).version());
        merge(second, first);
        var late = post(priya, place(second) + "/reply", "words", "Yes, we did.", "version", seen);
        assertThat(late.getStatus()).isEqualTo(409);
        var page = page(late);
        assertThat(page.select(".item-top").text()).contains(first.toString());
        assertThat(page.select(".meanwhile").text()).contains("merged into another item");
        assertThat(page.selectFirst("#composer textarea").val()).isEqualTo("Yes, we did.");
        assertThat(page.selectFirst("#composer").attr("action")).isEqualTo(place(first) + "/reply");
    }

    @Test
    void linksShowOnBothSidesAndGoAwayOnBoth() {
        var add = place(second) + "/link";
        assertThat(post(priya, add, "linkTo", "nonsense").getStatus()).isEqualTo(422);
        assertThat(page(post(priya, add, "linkTo", "R-99999999"))
                        .select(".link-menu .field-error")
                        .text())
                .contains("There is no item R-99999999");
        assertThat(post(priya, add, "linkTo", second.toString()).getStatus()).isEqualTo(422);
        var typed = String.valueOf(first.number());
        assertThat(post(priya, add, "linkTo", typed).getStatus()).isEqualTo(303);
        assertThat(post(priya, add, "linkTo", typed).getStatus()).isEqualTo(303);
        assertThat(page(get(priya, place(second))).select(".related li").text()).contains(first.toString());
        assertThat(page(get(priya, place(first))).select(".related li").text()).contains(second.toString());
        assertThat(history(first)).containsExactly("desk.event.linked");
        assertThat(post(priya, place(first) + "/unlink", "linkTo", second.toString())
                        .getStatus())
                .isEqualTo(303);
        assertThat(page(get(priya, place(second))).select(".related li")).isEmpty();
        assertThat(history(second)).containsExactly("desk.event.linked", "desk.event.unlinked");
    }

    @Test
    void aMessageBecomesAQuestionOfItsOwnOnceAndBothPointToEachOther() {
        answer(first, "By the way: who may post on our page?\n\nWe have three people.");
        var page = page(get(priya, place(first)));
        var form = page.select(".split-off form").last();
        assertThat(form.selectFirst("[name=title]").val()).isEqualTo("By the way: who may post on our page?");
        var message = form.selectFirst("[name=message]").val();
        var refused = page(post(priya, place(first) + "/split", "message", message, "title", " "));
        assertThat(refused.select(".split-off .field-error").text()).contains("title");

        assertThat(post(priya, place(first) + "/split", "message", message, "title", "Who may post?")
                        .getStatus())
                .isEqualTo(303);
        assertThat(post(priya, place(first) + "/split", "message", message, "title", "Who may post?")
                        .getStatus())
                .isEqualTo(409);
        var there = page(get(priya, place(first))).selectFirst("p.split-off a").attr("href");
        var made = page(get(priya, there));
        assertThat(made.select("#item-title").text()).isEqualTo("Who may post?");
        assertThat(made.select(".follow-up a").attr("href")).isEqualTo(place(first));
        assertThat(made.select(".thread .said").text()).contains("We have three people.");
        assertThat(made.text()).doesNotContain("??");
        var asked = page(get(tomas, there.replace("/desk/question/", "/requests/")));
        assertThat(asked.select(".request-next a").eachAttr("href")).contains("/requests/" + first);
        assertThat(page(get(tomas, "/requests/" + first))
                        .select("p.split-off a")
                        .attr("href"))
                .isEqualTo(there.replace("/desk/question/", "/requests/"));
    }

    @Test
    void onlyAMessageOfTheRequesterInThisConversationIsSplitOff() {
        room.reply(first, priya, "Gladly.");
        var ours = room.thread(first, priya).stream()
                .filter(line -> line.author().equals(priya.id()))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(post(priya, place(first) + "/split", "message", ours.toString(), "title", "x")
                        .getStatus())
                .isEqualTo(404);
        var elsewhere = room.thread(second, priya).getFirst().id();
        assertThat(post(priya, place(first) + "/split", "message", elsewhere.toString(), "title", "x")
                        .getStatus())
                .isEqualTo(404);
    }

    private static String place(Reference reference) {
        return "/desk/question/" + reference;
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
}
