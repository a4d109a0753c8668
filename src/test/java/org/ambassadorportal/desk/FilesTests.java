package org.ambassadorportal.desk;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that come with messages, from the page of a request. */
@PortalTest
@RecordApplicationEvents
class FilesTests {

    private static final MockMultipartFile PLAN =
            new MockMultipartFile("files", "Plän “B”.txt", "text/html", "the plan".getBytes(StandardCharsets.UTF_8));
    private static final MockMultipartFile PAGE =
            new MockMultipartFile("files", "page.html", "text/plain", "<script>".getBytes(StandardCharsets.UTF_8));

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestPeople people;

    @Autowired
    Desk desk;

    @Autowired
    TeamDesk team;

    @Autowired
    Files files;

    @Autowired
    Conversations conversations;

    @Autowired
    Splits splits;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationEvents events;

    DeskRoom room;
    PersonRow tomas;
    PersonRow priya;
    Reference reference;

    @BeforeEach
    void aQuestion() {
        room = new DeskRoom(desk, team, transaction);
        tomas = people.staff("Tomás Sample");
        priya = people.comms("Priya Testcase");
        reference = room.question(tomas, "Which platform?", "For a museum.");
    }

    @AfterEach
    void letTheClockRun() {
        clock.run();
    }

    private String place() {
        return "/requests/" + reference;
    }

    private MockHttpServletResponse send(
            PersonRow who, String address, List<MockMultipartFile> sent, String... fields) {
        var request = browser.post().uri(address).multipart().with(as(who)).with(csrf());
        for (var file : sent) request = request.file(file);
        for (int at = 0; at < fields.length; at += 2) request = request.param(fields[at], fields[at + 1]);
        return request.exchange().getResponse();
    }

    private MockHttpServletResponse get(PersonRow who, String address) {
        return browser.get().uri(address).with(as(who)).exchange().getResponse();
    }

    private static Document page(MockHttpServletResponse response) {
        return Jsoup.parse(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private String sentByTomas() {
        send(tomas, place(), List.of(PLAN), "words", "Here it is.");
        return page(get(tomas, place())).select(".thread .file-list a").attr("href");
    }

    @Test
    void aFileSentWithAMessageStandsBelowItForBoth() {
        events.clear();
        var answer = send(tomas, place(), List.of(PLAN), "words", "Here it is.");
        assertThat(answer.getRedirectedUrl()).isEqualTo(place());
        var mine = page(get(tomas, place()));
        assertThat(mine.select(".thread .file-list").text()).contains("Plän “B”.txt", "1 KB");
        assertThat(mine.select("#composer .file-list"))
                .as("nothing waits any more")
                .isEmpty();
        var item = page(get(priya, "/desk/question/" + reference));
        assertThat(item.select(".thread .file-list a").attr("href")).startsWith("/desk/files/");
        var mail = events.stream(Mailed.class)
                .flatMap(event -> event.letters().stream())
                .filter(letter -> letter.key().equals("requester-answered"))
                .findFirst()
                .orElseThrow();
        assertThat(mail.words()).contains("Here it is.", "Files: Plän “B”.txt");
    }

    @Test
    void itIsFetchedAsAFileUnderItsNameAndAsNothingElse() throws Exception {
        var answer = get(tomas, sentByTomas());
        assertThat(answer.getContentAsString()).isEqualTo("the plan");
        assertThat(answer.getContentType()).startsWith("text/plain");
        assertThat(answer.getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''Pl%C3%A4n%20%E2%80%9CB%E2%80%9D.txt");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store");
    }

    @Test
    void whoeverMayNotReadTheMessageDoesNotFindItsFiles() {
        var address = sentByTomas();
        var stranger = people.staff();
        assertThat(get(stranger, address).getStatus()).isEqualTo(404);
        var theirs = room.question(stranger, "Mine", "words");
        assertThat(get(stranger, address.replace(reference.toString(), theirs.toString()))
                        .getStatus())
                .as("a reference of one's own opens no file of others")
                .isEqualTo(404);
        var id = address.substring(address.lastIndexOf('/') + 1);
        assertThat(get(stranger, "/desk/files/" + id).getStatus()).isEqualTo(403);
        assertThat(get(priya, "/desk/files/" + id).getStatus()).isEqualTo(200);
    }

    @Test
    void aFileOfANoteIsTheTeamsAlone() {
        does(priya, () -> files.add(reference, DeskRoom.signed(priya), List.of(PLAN)));
        var waiting = does(priya, () -> files.staged(reference, priya.id()))
                .getFirst()
                .id();
        assertThat(get(tomas, place() + "/files/" + waiting).getStatus())
                .as("what waits is its owner's")
                .isEqualTo(404);
        transaction.executeWithoutResult(status -> {
            var note = conversations.add(reference, Voice.NOTE, priya.id(), "canary-note", clock.instant());
            does(priya, () -> files.attach(reference, priya.id(), note));
        });
        assertThat(get(tomas, place() + "/files/" + waiting).getStatus()).isEqualTo(404);
        assertThat(page(get(tomas, place())).html()).doesNotContain("Plän");
        assertThat(get(priya, "/desk/files/" + waiting).getStatus()).isEqualTo(200);
    }

    @Test
    void whatWeDoNotTakeIsSaidAtTheFieldAndNothingElseIsLost() {
        var answer = send(tomas, place(), List.of(PLAN, PAGE), "words", "Here they are.");
        assertThat(answer.getStatus()).isEqualTo(422);
        var page = page(answer);
        assertThat(page.select("#files-error").text()).contains("page.html", "is of a kind we do not take");
        assertThat(page.select("#composer textarea").text()).isEqualTo("Here they are.");
        assertThat(page.select("#composer .file-list").text()).contains("Plän “B”.txt");
        assertThat(page.title()).startsWith("Error:");
        send(tomas, place(), List.of(), "words", "Here they are.");
        assertThat(page(get(tomas, place())).select(".thread .file-list li")).hasSize(1);
    }

    @Test
    void anEmptyMessageKeepsTheFilesThatCameWithIt() {
        var answer = send(tomas, place(), List.of(PLAN), "words", " ");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(page(answer).select("#composer .file-list").text()).contains("Plän “B”.txt");
    }

    @Test
    void withoutAScriptFilesAreAddedAndThrownAwayByButtonsAndTheWordsStay() {
        var added = send(tomas, place() + "/files", List.of(PLAN), "words", "Half a sen");
        assertThat(added.getStatus()).isEqualTo(200);
        assertThat(page(added).select("#composer textarea").text()).isEqualTo("Half a sen");
        var remove = page(added).select("#composer [data-files-remove]").attr("formaction");
        var removed = send(tomas, remove, List.of(), "words", "Half a sen");
        assertThat(page(removed).select("#composer .file-list")).isEmpty();
        assertThat(page(removed).select("#composer textarea").text()).isEqualTo("Half a sen");
        assertThat(send(tomas, remove, List.of()).getStatus()).isEqualTo(404);
    }

    @Test
    void aScriptGetsTheListAlone() {
        var answer = browser.post()
                .uri(place() + "/files")
                .multipart()
                .file(PLAN)
                .file(PAGE)
                .header("X-Files", "list")
                .with(as(tomas))
                .with(csrf())
                .exchange()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(page(answer).select("main")).isEmpty();
        assertThat(page(answer).select("[data-files-waiting] li")).hasSize(1);
        assertThat(page(answer).select("[data-files-waiting] .field-error")).hasSize(1);
    }

    @Test
    void tenFilesFitAndAnEleventhDoesNotAlsoWhenAllComeAtOnce() throws Exception {
        var all = new ArrayList<Callable<Integer>>();
        for (int number = 0; number < 12; number++)
            all.add(() -> does(tomas, () -> files.add(reference, DeskRoom.signed(tomas), List.of(PLAN)))
                    .size());
        int refused = 0;
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (var future : pool.invokeAll(all)) refused += future.get();
        }
        assertThat(refused).isEqualTo(2);
        assertThat(does(tomas, () -> files.staged(reference, tomas.id()))).hasSize(10);
        assertThat(page(send(tomas, place(), List.of(PLAN), "words", "Eleven."))
                        .select("#files-error")
                        .text())
                .contains("At most 10 files", "Plän “B”.txt");
    }

    @Test
    void aStrangerAddsNothing() {
        assertThat(send(people.staff(), place() + "/files", List.of(PLAN)).getStatus())
                .isEqualTo(404);
        assertThat(send(people.staff(), place(), List.of(PLAN), "words", "Hello")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void whatGoesOnAsANewQuestionTakesTheFilesAlong() {
        does(priya, () -> team.settle(reference, priya.id(), "answered", null));
        clock.pass(Duration.ofDays(20));
        var next =
                send(tomas, place(), List.of(PLAN), "words", "One thing more.").getRedirectedUrl();
        assertThat(next).isNotEqualTo(place());
        var file = page(get(tomas, next)).select(".thread .file-list a").attr("href");
        assertThat(get(tomas, file).getStatus()).isEqualTo(200);
    }

    @Test
    void aMessageThatIsTakenBackLeavesItsFilesInTheComposer() {
        does(priya, () -> files.add(reference, DeskRoom.signed(priya), List.of(PLAN)));
        var message = transaction.execute(status -> {
            var id = conversations.add(reference, Voice.REPLY, priya.id(), "Oops.", clock.instant());
            does(priya, () -> files.attach(reference, priya.id(), id));
            return id;
        });
        assertThat(does(priya, () -> files.staged(reference, priya.id()))).isEmpty();
        database.sql("delete from desk_message where id = ?").param(message).update();
        assertThat(does(priya, () -> files.staged(reference, priya.id()))).hasSize(1);
    }

    @Test
    void aFileIsFoundByItsName() {
        var named =
                new MockMultipartFile("files", "Zebrafish-census_2026.txt", null, "x".getBytes(StandardCharsets.UTF_8));
        send(tomas, place(), List.of(named), "words", "Here it is.");
        for (var typed : List.of("census", "zebraf", "Zebrafish-census_2026.txt", "zebrafish census"))
            assertThat(page(browser.get()
                                    .uri("/desk")
                                    .param("view", "all")
                                    .param("q", typed)
                                    .with(as(priya))
                                    .exchange()
                                    .getResponse())
                            .select(".queue-row")
                            .text())
                    .as(typed)
                    .contains(reference.toString());
        does(priya, () -> files.add(reference, DeskRoom.signed(priya), List.of(PLAN)));
        assertThat(page(get(priya, "/desk?view=all&q=Pl%C3%A4n"))
                        .select(".queue-row")
                        .text())
                .as("what was not sent is its owner's alone")
                .doesNotContain(reference.toString());
    }

    @Test
    void aMessageThatBecomesAQuestionOfItsOwnTakesItsFilesAlong() {
        sentByTomas();
        var message = room.thread(reference, priya).stream()
                .filter(line -> line.words().equals("Here it is."))
                .findFirst()
                .orElseThrow();
        var made = does(
                priya,
                () -> splits.split(
                        reference, priya.id(), new SplitForm(message.id().toString(), "Another matter")));
        var file = page(get(tomas, "/requests/" + made))
                .select(".thread .file-list a")
                .attr("href");
        assertThat(get(tomas, file).getStatus()).isEqualTo(200);
    }

    private String item() {
        return "/desk/question/" + reference;
    }

    @Test
    void aReplysFilesReachTheRequesterWhenItGoesOutAndNotBefore() {
        send(priya, item() + "/reply", List.of(PLAN), "words", "Here is the plan.");
        var going =
                page(get(priya, item())).select(".thread .going .file-list a").attr("href");
        var id = going.substring(going.lastIndexOf('/') + 1);
        assertThat(get(priya, going).getStatus()).isEqualTo(200);
        assertThat(page(get(tomas, place())).html()).doesNotContain("Plän");
        assertThat(get(tomas, place() + "/files/" + id).getStatus()).isEqualTo(404);
        events.clear();
        room.repliesGoOut();
        assertThat(get(tomas, place() + "/files/" + id).getStatus()).isEqualTo(200);
        assertThat(page(get(tomas, place())).select(".thread .ours .file-list").text())
                .contains("Plän “B”.txt");
        var mail = events.stream(Mailed.class)
                .flatMap(event -> event.letters().stream())
                .filter(letter -> letter.key().equals("reply"))
                .findFirst()
                .orElseThrow();
        assertThat(mail.words()).contains("Here is the plan.", "Files: Plän “B”.txt");
    }

    @Test
    void aReplyThatIsTakenBackLeavesItsFilesInTheComposer() {
        send(priya, item() + "/reply", List.of(PLAN), "words", "Here is the plan.");
        var message =
                page(get(priya, item())).select(".going input[name=message]").val();
        send(priya, item() + "/take-back", List.of(), "message", message);
        var back = page(get(priya, item()));
        assertThat(back.select("#composer textarea").text()).isEqualTo("Here is the plan.");
        assertThat(back.select("#composer .file-list").text()).contains("Plän “B”.txt");
    }

    @Test
    void aNotesFilesStandBelowItForTheTeam() {
        send(priya, item() + "/note", List.of(PLAN), "words", "For us.", "voice", "note");
        assertThat(page(get(priya, item())).select(".thread .note .file-list").text())
                .contains("Plän “B”.txt");
        assertThat(page(get(tomas, place())).html()).doesNotContain("Plän");
    }

    @Test
    void theDeskSaysWhatItDoesNotTakeAndKeepsTheWords() {
        var answer = send(priya, item() + "/reply", List.of(PAGE), "words", "Here is the plan.");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(page(answer).select("#files-error").text()).contains("page.html");
        assertThat(page(answer).select("#composer textarea").text()).isEqualTo("Here is the plan.");
        assertThat(page(get(priya, item())).select(".thread .going")).isEmpty();
        assertThat(page(get(priya, item())).select("#composer textarea").text()).isEqualTo("Here is the plan.");
    }

    @Test
    void atTheDeskFilesAreAddedAndThrownAwayWithoutAScriptAndTheDraftStays() {
        assertThat(send(priya, item() + "/files", List.of(PLAN), "words", "Half a sen")
                        .getRedirectedUrl())
                .startsWith(item());
        var page = page(get(priya, item()));
        assertThat(page.select("#composer textarea").text()).isEqualTo("Half a sen");
        var remove = page.select("#composer [data-files-remove]").attr("formaction");
        send(priya, remove, List.of(), "words", "Half a sent");
        page = page(get(priya, item()));
        assertThat(page.select("#composer .file-list")).isEmpty();
        assertThat(page.select("#composer textarea").text()).isEqualTo("Half a sent");
        assertThat(send(tomas, item() + "/files", List.of(PLAN)).getStatus()).isEqualTo(403);
    }

    @Test
    void whatWasNeverSentIsForgottenAfterAMonth() {
        does(tomas, () -> files.add(reference, DeskRoom.signed(tomas), List.of(PLAN)));
        clock.pass(Duration.ofDays(31));
        AsSystem.run(files::sweep);
        assertThat(does(tomas, () -> files.staged(reference, tomas.id()))).isEmpty();
    }
}
