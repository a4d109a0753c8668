package org.ambassadorportal.desk;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.Statements;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** What open pages learn of while somebody looks at them. */
@PortalTest
class PulseTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Desk desk;

    @Autowired
    TeamDesk team;

    @Autowired
    Queue queue;

    @Autowired
    Presence presence;

    @Autowired
    TestPeople people;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

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
        tomas = people.staff("Tomás Sample");
        priya = people.comms("Priya Testcase");
        jo = people.comms("Jo Specimen");
        reference = room.question(tomas, "Moving our page", "How?");
    }

    @AfterEach
    void letTheClockRun() {
        clock.run();
    }

    private Seen now() {
        return new Seen(database.sql("select " + Seen.NOW).query(String.class).single());
    }

    private int changes(Seen seen, List<Long> shown, String... address) {
        var filter = QueueFilter.of(Map.of(address[0], address[1]));
        return does(priya, () -> queue.changed(filter, priya.id(), seen, shown, 50));
    }

    private MockHttpServletResponse beat(PersonRow who, String... fields) {
        var request = browser.post().uri("/desk/pulse").with(as(who)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) request = request.param(fields[at], fields[at + 1]);
        return request.exchange().getResponse();
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private Document page(PersonRow who, String address) {
        return Jsoup.parse(
                text(browser.get().uri(address).with(as(who)).exchange().getResponse()));
    }

    @Test
    void aListLearnsOfWhatItShowsAndOfWhatBelongsThere() {
        var mine = "me";
        var before = now();
        assertThat(changes(before, List.of(reference.number()), "who", mine)).isZero();
        room.note(reference, jo, "A note.");
        assertThat(changes(before, List.of(reference.number()), "who", mine))
                .as("it is shown")
                .isOne();
        assertThat(changes(before, List.of(), "who", mine))
                .as("it does not belong there")
                .isZero();
        does(jo, () -> team.assign(reference, DeskRoom.signed(jo), priya.id().toString(), null));
        assertThat(changes(before, List.of(), "who", mine)).as("it does now").isOne();
        assertThat(changes(now(), List.of(reference.number()), "who", mine)).isZero();
    }

    @Test
    void aChangeThatIsCommittedLateIsNotMissed() throws Exception {
        var changed = new CountDownLatch(1);
        var read = new CountDownLatch(1);
        var late = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            does(jo, () -> team.note(reference, jo.id(), DeskRoom.writes("Slowly.", null, null)));
            changed.countDown();
            try {
                assertThat(read.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }));
        assertThat(changed.await(20, TimeUnit.SECONDS)).isTrue();
        // Other transactions come and go meanwhile, so a mere number would have gone past it.
        room.question(tomas, "Another one", "Words.");
        var before = now();
        read.countDown();
        late.get(20, TimeUnit.SECONDS);
        assertThat(changes(before, List.of(reference.number()), "who", "me")).isOne();
    }

    @Test
    void anOpenItemLearnsWhoDidSomethingThere() {
        var seen =
                page(priya, "/desk/question/" + reference).selectFirst("#item").attr("data-seen");
        assertThat(beat(priya, "ref", reference.toString(), "was", seen).getStatus())
                .isEqualTo(204);
        room.note(reference, jo, "A note.");
        assertThat(text(beat(priya, "ref", reference.toString(), "was", seen)))
                .contains("Jo Specimen did something here.");
        var again =
                page(priya, "/desk/question/" + reference).selectFirst("#item").attr("data-seen");
        assertThat(beat(priya, "ref", reference.toString(), "was", again).getStatus())
                .isEqualTo(204);
    }

    @Test
    void oneSeesWhoElseIsThereAndWhoWrites() {
        clock.hold(clock.instant());
        assertThat(beat(jo, "ref", reference.toString()).getStatus()).isEqualTo(204);
        assertThat(text(beat(priya, "ref", reference.toString()))).contains("Jo Specimen is looking at this too");
        assertThat(text(beat(jo, "ref", reference.toString(), "writing", "true")))
                .contains("Priya Testcase is looking");
        assertThat(page(priya, "/desk/question/" + reference)
                        .selectFirst(".company")
                        .text())
                .isEqualTo("Jo Specimen is writing here");
        assertThat(page(jo, "/desk/question/" + reference)
                        .selectFirst(".company")
                        .text())
                .isEqualTo("Priya Testcase is looking at this too");
        clock.pass(Duration.ofSeconds(25));
        assertThat(beat(priya, "ref", reference.toString()).getStatus())
                .as("she is gone")
                .isEqualTo(204);
    }

    @Test
    void aThirdAndAFourthAreCounted() {
        for (var who : List.of(jo, people.comms("Alma Invented"), people.comms("Zoe Placeholder")))
            beat(who, "ref", reference.toString());
        assertThat(text(beat(priya, "ref", reference.toString())))
                .contains("Alma Invented and 2 others are looking at this too");
    }

    @Test
    void askingCostsFewStatementsAndNoneOfAPage() {
        var seen = now().snapshot();
        var asked = Statements.of(() ->
                beat(priya, "seen", seen, "shown", reference.toString(), "ref", reference.toString(), "was", seen));
        assertThat(asked).hasSize(4);
    }

    @Test
    void whatIsMadeUpIsLeftOut() {
        for (var seen : List.of("", "x", "5:3:", "0:0:", "1:9:3,2", "9999999999999999999:9:", "1:2:5", "'"))
            assertThat(beat(priya, "seen", seen, "shown", "R-1,x,,R-99999999999999999999")
                            .getStatus())
                    .as(seen)
                    .isEqualTo(204);
        var running = IntStream.range(1000, 9000).mapToObj(Integer::toString).collect(Collectors.joining(","));
        assertThat(beat(priya, "seen", "1:999999:" + running, "shown", "R-1").getStatus())
                .as("very many transactions at once")
                .isIn(200, 204);
        assertThat(beat(priya, "ref", "R-999999999").getStatus()).isEqualTo(404);
        assertThat(beat(tomas, "ref", reference.toString()).getStatus()).isEqualTo(403);
    }

    @Test
    void whatNobodyAsksForAnyMoreIsForgotten() {
        beat(priya, "ref", reference.toString());
        clock.pass(Duration.ofHours(25));
        AsSystem.run(presence::forget);
        assertThat(database.sql("select (select count(*) from desk_presence) + (select count(*) from desk_change)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
