package org.ambassadorportal.desk;

import static org.ambassadorportal.identity.TestPeople.as;
import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class StandsTests {

    /** A Monday, 9 am in Detroit. */
    private static final Instant MONDAY = Instant.parse("2026-10-12T13:00:00Z");

    private static final LocalDate THURSDAY = LocalDate.of(2026, 10, 15);

    @Autowired
    Stands stands;

    @Autowired
    Desk desk;

    @Autowired
    Waking waking;

    @Autowired
    WorkItems items;

    @Autowired
    MyRequests mine;

    @Autowired
    TeamDesk team;

    @Autowired
    Queue queue;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestPeople people;

    @Autowired
    TestClock clock;

    @Autowired
    MockMvcTester browser;

    DeskRoom room;
    PersonRow tomas;
    PersonRow priya;
    Reference reference;

    @BeforeEach
    void aQuestion() {
        clock.hold(MONDAY);
        room = new DeskRoom(desk, team, transaction);
        tomas = people.staff("Tomás Sample");
        priya = people.comms("Priya Testcase");
        reference = room.question(tomas, "Which platform?", "For a museum.");
    }

    @AfterEach
    void letTheClockRun() {
        clock.run();
    }

    private void set(StandForm.Choice stand, @Nullable LocalDate day, @Nullable LocalTime time) {
        does(priya, () -> stands.set(reference, priya.id(), new StandForm(stand, day, time, null)));
    }

    private ItemRow row() {
        return room.row(reference, priya);
    }

    private String lastLine() {
        var thread = room.thread(reference, priya);
        var line = thread.getLast();
        return line.words() + ": " + line.was() + " → " + line.now();
    }

    private boolean shownIn(String view) {
        return shownIn(view, "");
    }

    private boolean shownIn(String view, String due) {
        var filter = QueueFilter.of(Map.of("view", view, "q", reference.toString(), "due", due));
        var page = does(priya, () -> queue.page(filter, priya.id()));
        return !page.empty();
    }

    @Test
    void waitingForTheRequesterIsNoAnswerSoTheFirstClockRunsOn() {
        set(StandForm.Choice.REQUESTER, null, null);
        assertThat(row().status()).isEqualTo(Status.PENDING);
        assertThat(row().firstResponseAt()).isNull();
        assertThat(row().dueAt()).isNull();
        assertThat(row().nextDueAt()).isEqualTo(row().firstDueAt());
        assertThat(lastLine()).isEqualTo("desk.event.status: new → waits for the requester");
    }

    @Test
    void whatWaitsForADayOpensByItselfAndSaysSo() {
        set(StandForm.Choice.DATE, THURSDAY, LocalTime.of(15, 0));
        assertThat(row().stand()).isEqualTo("DATED");
        assertThat(lastLine()).endsWith("waits until Thursday, Oct 15, 3 pm");
        clock.pass(Duration.ofDays(3).plusHours(6));
        AsSystem.run(waking::wake);
        assertThat(row().status()).isEqualTo(Status.OPEN);
        assertThat(row().wakesAt()).isNull();
        assertThat(lastLine()).startsWith("desk.event.woke");
    }

    @Test
    void whatWaitsThoughNobodyAnsweredIsFoundAsLate() {
        set(StandForm.Choice.REQUESTER, null, null);
        clock.pass(Duration.ofDays(2));
        assertThat(shownIn("pending", "late")).isTrue();
        assertThat(shownIn("all", "week")).isTrue();
        assertThat(shownIn("open", "late")).isTrue();
        assertThat(shownIn("open")).isFalse();
        // An answer stops the clock that ran.
        does(priya, () -> desk.awaitRequester(reference, priya.id()));
        assertThat(shownIn("all", "late")).isFalse();
    }

    @Test
    void whatDoesNotWakeHoldsUpNoOther() {
        var second = room.question(tomas, "Which hashtag?", "For a museum.");
        var third = room.question(tomas, "Which picture?", "For a museum.");
        for (var one : List.of(second, third))
            does(
                    priya,
                    () -> stands.set(
                            one,
                            priya.id(),
                            new StandForm(StandForm.Choice.DATE, THURSDAY, LocalTime.of(15, 0), null)));
        set(StandForm.Choice.ASIDE, THURSDAY, null);
        clock.pass(Duration.ofDays(3).plusHours(6));
        // Of a history that began before all time no clock can be worked out.
        database.sql("insert into desk_span values (?, 'OPEN', '-infinity', '-infinity')")
                .param(second.number())
                .update();
        AsSystem.run(waking::wake);
        assertThat(room.row(second, priya).status()).isEqualTo(Status.PENDING);
        assertThat(room.row(third, priya).status()).isEqualTo(Status.OPEN);
        assertThat(row().snoozedUntil()).isNull();
        database.sql("delete from desk_span where reference = ? and from_at = '-infinity'")
                .param(second.number())
                .update();
        AsSystem.run(waking::wake);
        assertThat(room.row(second, priya).status()).isEqualTo(Status.OPEN);
    }

    /** In a transaction that is rolled back, so that the other tests keep their small database. */
    @Test
    @Transactional
    void moreThanFitIntoOneGoAreWokenInOneRun() {
        set(StandForm.Choice.ASIDE, THURSDAY, null);
        database.sql("""
                        insert into desk_item (id, reference, kind, title, status, requester_id, entered_by_id, received_at,
                            touched_at, unread, priority, worked_seconds, waited_seconds, reckoned_in, version,
                            snoozed_until)
                        select gen_random_uuid(), nextval('desk_reference'), 'question', 'One of many', 'NEW', :who, :who,
                               :at, :at, false, 'LOW', 0, 0, 1000000, 0, :at
                          from generate_series(1, 510)""")
                .param("who", tomas.id().value())
                .param("at", MONDAY.atOffset(ZoneOffset.UTC))
                .update();
        AsSystem.run(waking::wake);
        items.flush();
        assertThat(database.sql(
                                "select count(*) from desk_item where title = 'One of many' and snoozed_until is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(row().snoozedUntil()).isNotNull();
    }

    @Test
    void whatIsPutAsideIsOutOfSightWhileItsClocksRunOn() {
        var due = row().nextDueAt();
        set(StandForm.Choice.ASIDE, THURSDAY, null);
        assertThat(row().status()).isEqualTo(Status.NEW);
        assertThat(row().nextDueAt()).isEqualTo(due);
        assertThat(shownIn("open")).isFalse();
        assertThat(shownIn("nobody")).isFalse();
        assertThat(shownIn("aside")).isTrue();
        clock.pass(Duration.ofDays(3));
        AsSystem.run(waking::wake);
        assertThat(shownIn("open")).isTrue();
        assertThat(lastLine()).startsWith("desk.event.back");
    }

    @Test
    void anAnswerOfTheRequesterBringsBackWhatIsPutAside() {
        set(StandForm.Choice.ASIDE, THURSDAY, null);
        does(tomas, () -> mine.answer(reference, DeskRoom.signed(tomas), new AnswerForm("It is urgent now.", null)));
        assertThat(row().snoozedUntil()).isNull();
        assertThat(shownIn("open")).isTrue();
    }

    @Test
    void aDayMustLieAheadAndNotTooFar() {
        for (var day : new LocalDate[] {null, LocalDate.of(2026, 10, 11), LocalDate.of(2029, 1, 1)}) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> set(StandForm.Choice.DATE, day, null))
                    .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("wakeDay"));
        }
    }

    @Test
    void whoComesSecondOrTooLateIsTold() {
        long seen = row().version();
        set(StandForm.Choice.REQUESTER, null, null);
        var form = new StandForm(StandForm.Choice.OPEN, null, null, seen);
        assertThatExceptionOfType(StaleEdit.class)
                .isThrownBy(() -> does(priya, () -> stands.set(reference, priya.id(), form)));
        does(priya, () -> desk.settle(reference, "answered", priya.id()));
        assertThatExceptionOfType(AlreadySettled.class).isThrownBy(() -> set(StandForm.Choice.OPEN, null, null));
    }

    @Test
    void theFormOnThePageOffersTheNextWorkdayAndKeepsWhatWasTyped() {
        var form = page(get("/desk/question/" + reference)).selectFirst(".stand-menu form");
        assertThat(form.select("input[name=stand]").eachAttr("value"))
                .containsExactly("OPEN", "REQUESTER", "DATE", "ASIDE");
        assertThat(form.selectFirst("[name=wakeDay]").val()).isEqualTo("2026-10-13");
        assertThat(form.text()).doesNotContain("??");

        var refused = post("stand", "ASIDE", "wakeDay", "13/45/2026", "wakeTime", "4 pm");
        assertThat(refused.getStatus()).isEqualTo(422);
        var again = page(refused).selectFirst(".stand-menu");
        assertThat(again.hasAttr("open")).isTrue();
        assertThat(again.selectFirst("[name=wakeDay]").val()).isEqualTo("13/45/2026");
        assertThat(again.selectFirst(".field-error").text()).contains("10/15/2026");

        assertThat(post("stand", "nonsense").getStatus()).isEqualTo(422);
        assertThat(post("stand", "ASIDE", "wakeDay", "10/15/2026").getStatus()).isEqualTo(303);
        var item = page(get("/desk/question/" + reference));
        assertThat(item.select(".item-head .state").text()).isEqualTo("Put aside");
        assertThat(item.select(".item-head").text()).contains("until Thursday, Oct 15");
        assertThat(item.select(".thread .event").text()).contains("Priya Testcase changed the status from new to put");
    }

    private MockHttpServletResponse get(String address) {
        return browser.get().uri(address).with(as(priya)).exchange().getResponse();
    }

    private MockHttpServletResponse post(String... fields) {
        var request = browser.post()
                .uri("/desk/question/" + reference + "/status")
                .with(as(priya))
                .with(csrf());
        for (int at = 0; at < fields.length; at += 2) request = request.param(fields[at], fields[at + 1]);
        return request.exchange().getResponse();
    }

    private static Document page(MockHttpServletResponse response) {
        return Jsoup.parse(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
