package org.ambassadorportal.desk;

import static org.ambassadorportal.identity.TestPeople.does;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.ambassadorportal.PortalTest;
import org.ambassadorportal.TestClock;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.AsSystem;
import org.ambassadorportal.identity.Letter;
import org.ambassadorportal.identity.Mailed;
import org.ambassadorportal.identity.PersonDisabled;
import org.ambassadorportal.identity.PersonRow;
import org.ambassadorportal.identity.RolesChanged;
import org.ambassadorportal.identity.TestPeople;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.Happened;
import org.ambassadorportal.kernel.NotFound;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
@RecordApplicationEvents
class DeskTests {

    @Autowired
    Desk desk;

    @Autowired
    TeamDesk team;

    @Autowired
    MyRequests mine;

    DeskRoom room;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestPeople people;

    @Autowired
    Questions questions;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationEvents events;

    @Autowired
    TestClock clock;

    PersonRow tomas;
    PersonRow priya;
    PersonRow jo;

    @BeforeEach
    void people() {
        room = new DeskRoom(desk, team, transaction);
        // Those that other tests left on their way.
        room.repliesGoOut();
        tomas = people.staff("Tomás Sample");
        priya = people.comms("Priya Testcase");
        jo = people.comms("Jo Specimen");
    }

    @AfterEach
    void letTheClockRun() {
        clock.run();
    }

    private List<Letter> letters() {
        return events.stream(Mailed.class)
                .flatMap(event -> event.letters().stream())
                .toList();
    }

    private Letter letter(String key) {
        return letters().stream()
                .filter(letter -> letter.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> mails(Letter letter) {
        return letter.to().stream().map(Addressee::mail).toList();
    }

    @Test
    void whatIsAskedStandsInTheQueueAndRequesterAndTeamAreTold() {
        var reference = room.question(tomas, "Which platform?", "For a museum of medicine.");
        assertThat(room.row(reference, priya).status()).isEqualTo(Status.NEW);
        assertThat(reference.number()).isGreaterThan(1000);
        assertThat(mails(letter("item-received"))).containsExactly(tomas.mail());
        assertThat(letter("item-received").path()).isEqualTo("/requests/" + reference);
        assertThat(mails(letter("item-received-team"))).contains(priya.mail(), jo.mail());
        assertThat(letter("item-received-team").words())
                .as("what was written may name a patient")
                .isNull();
        assertThat(events.stream(Happened.class).map(Happened::verb)).contains("item-received");
    }

    @Test
    void whoAsksForAColleagueIsToldAndSoIsTheColleague() {
        var noor = people.staff("Noor Invented");
        room.item(noor, tomas, "question", "Training", "For twelve residents.", null);
        assertThat(mails(letter("item-received-for-you"))).containsExactly(noor.mail());
        assertThat(mails(letter("item-received-entered"))).containsExactly(tomas.mail());
        assertThat(letters()).noneMatch(letter -> letter.key().equals("item-received"));
    }

    @Test
    void aColleagueIsFoundByMailAndSomebodyOutsideIsRefused() {
        var noor = people.staff("Noor Invented");
        does(tomas, () -> {
            assertThat(desk.requester(tomas.id(), "me", noor.mail())).isEqualTo(tomas.id());
            assertThat(desk.requester(tomas.id(), "colleague", " " + noor.mail()))
                    .isEqualTo(noor.id());
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> desk.requester(tomas.id(), "colleague", "someone@elsewhere.invalid"))
                    .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("colleague"));
        });
    }

    @Test
    void aReplyIsMailedAndANoteIsNot() {
        var reference = room.question(tomas, "Which platform?", "For a museum.");
        events.clear();
        room.note(reference, jo, "canary-note");
        assertThat(letters()).isEmpty();
        room.reply(reference, priya, "Gladly.");
        assertThat(mails(letter("reply"))).containsExactly(tomas.mail());
        assertThat(letter("reply").words()).isEqualTo("Gladly.");
        assertThat(letters().toString()).doesNotContain("canary-note");
        var row = room.row(reference, priya);
        assertThat(row.status()).isEqualTo(Status.OPEN);
        assertThat(row.firstResponseAt()).isNotNull();
        assertThat(row.unread()).isFalse();
    }

    @Test
    void whoEnteredItForAColleagueGetsTheReplyTooUnlessTheyAreOfTheTeam() {
        var noor = people.staff("Noor Invented");
        var entered = room.item(noor, tomas, "question", "One", "words", null);
        var logged = room.item(noor, jo, "question", "Two", "words", null);
        events.clear();
        room.reply(entered, priya, "Gladly.");
        assertThat(mails(letter("reply"))).containsExactly(noor.mail(), tomas.mail());
        events.clear();
        room.reply(logged, priya, "Gladly.");
        assertThat(mails(letter("reply"))).containsExactly(noor.mail());
    }

    @Test
    void assigningTellsTheOneWhoGetsItButNotTheOneWhoTakesIt() {
        var reference = room.question(tomas, "Which platform?", "For a museum.");
        events.clear();
        does(priya, () -> team.assign(reference, DeskRoom.signed(priya), "me", null));
        assertThat(letters()).isEmpty();
        assertThat(room.row(reference, priya).assignee()).isEqualTo(priya.id());
        does(priya, () -> team.assign(reference, DeskRoom.signed(priya), jo.id().toString(), null));
        assertThat(mails(letter("item-assigned"))).containsExactly(jo.mail());
        does(priya, () -> team.assign(reference, DeskRoom.signed(priya), "nobody", null));
        assertThat(room.row(reference, priya).assignee()).isNull();
        assertThat(room.thread(reference, priya).stream()
                        .filter(line -> line.voice() == Voice.EVENT)
                        .map(ThreadLine::words))
                .containsExactly("desk.event.taken", "desk.event.assigned", "desk.event.taken-away");
        assertThat(room.thread(reference, priya).getLast().about()).isEqualTo("Jo Specimen");
    }

    @Test
    void onlyTheTeamCanHaveAnItem() {
        var reference = room.question(tomas, "Which platform?", "For a museum.");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> does(
                        priya,
                        () -> team.assign(
                                reference, DeskRoom.signed(priya), tomas.id().toString(), null)));
    }

    @Test
    void aRequesterMayNotDoTheTeamsWork() {
        var reference = room.question(tomas, "Which platform?", "For a museum.");
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        does(tomas, () -> team.note(reference, tomas.id(), DeskRoom.writes("x", null, null))));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> does(tomas, () -> team.open(reference)));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> does(tomas, () -> desk.waiting()));
    }

    @Test
    void aReplyBegunBeforeSomebodyElseActedIsRefused() {
        var reference = room.question(tomas, "Which platform?", "For a museum.");
        var seen = room.row(reference, priya).version();
        room.reply(reference, jo, "I have it.");
        assertThatExceptionOfType(StaleEdit.class)
                .isThrownBy(() -> does(
                        priya,
                        () -> team.reply(reference, DeskRoom.signed(priya), DeskRoom.writes("Me too.", seen, null))));
    }

    @Test
    void aReplyCanWaitForTheRequesterWhoseAnswerResumesIt() {
        var reference = room.question(tomas, "Which platform?", "For a museum.");
        room.reply(reference, priya, DeskRoom.writes("Which one?", null, "wait"));
        assertThat(room.row(reference, priya).status()).isEqualTo(Status.PENDING);
        does(priya, () -> team.assign(reference, DeskRoom.signed(priya), "me", null));
        events.clear();
        var goesOn =
                does(tomas, () -> mine.answer(reference, DeskRoom.signed(tomas), new AnswerForm("The old one.", null)));
        assertThat(goesOn).isEqualTo(reference);
        assertThat(room.row(reference, priya).status()).isEqualTo(Status.OPEN);
        assertThat(room.row(reference, priya).unread()).isTrue();
        assertThat(mails(letter("requester-answered"))).containsExactly(priya.mail());
    }

    @Test
    void anAnswerWithin14DaysOpensASettledItemAgain() {
        var reference = room.question(tomas, "Which platform?", "For a museum.");
        does(priya, () -> team.assign(reference, DeskRoom.signed(priya), "me", null));
        does(priya, () -> team.settle(reference, priya.id(), "answered", null));
        clock.pass(Duration.ofDays(13));
        events.clear();
        assertThat(answer(reference, "And LinkedIn?")).isEqualTo(reference);
        var open = room.row(reference, priya);
        assertThat(open.status()).isEqualTo(Status.OPEN);
        assertThat(open.unread()).isTrue();
        assertThat(open.outcome()).as("how it ended stays written").isEqualTo("answered");
        assertThat(open.settledAt()).isNull();
        assertThat(open.dueAt()).as("the clock goes on").isNotNull();
        assertThat(mails(letter("requester-answered"))).containsExactly(priya.mail());
        assertThat(events.stream(Happened.class).map(Happened::verb)).contains("item-reopened");
        assertThat(room.thread(reference, priya).stream().map(ThreadLine::words))
                .endsWith("desk.event.reopened");
        assertThatExceptionOfType(Conflict.class)
                .as("the outcome is not taken back")
                .isThrownBy(() -> does(tomas, () -> mine.withdraw(reference, tomas.id())));
        does(priya, () -> team.settle(reference, priya.id(), "not-for-us", null));
        var settled = room.thread(reference, priya).stream()
                .filter(line -> line.words().equals("desk.event.settled"))
                .map(ThreadLine::now);
        assertThat(settled).containsExactly("Answered", "Not for us");
    }

    @Test
    void whatADecisionEndedIsSettledAgainWithTheSameOutcomeOnly() {
        var reference = room.item(tomas, tomas, "amplification", "A story", "words", null);
        does(priya, () -> desk.settle(reference, "accepted", priya.id()));
        answer(reference, "Thank you. One thing more.");
        assertThatExceptionOfType(AlreadySettled.class)
                .isThrownBy(() -> does(jo, () -> desk.settle(reference, "declined", jo.id())));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> does(jo, () -> team.settle(reference, jo.id(), "answered", null)));
        does(jo, () -> team.settle(reference, jo.id(), "accepted", null));
        assertThat(room.row(reference, priya).status()).isEqualTo(Status.SETTLED);
        assertThat(room.row(reference, priya).outcome()).isEqualTo("accepted");
    }

    @Test
    void whoLeftTheTeamDoesNotGetBackWhatIsOpenAgain() {
        var gone = people.comms("Gone Specimen");
        var reference = room.question(tomas, "Which platform?", "For a museum.");
        does(gone, () -> team.assign(reference, DeskRoom.signed(gone), "me", null));
        does(gone, () -> team.settle(reference, gone.id(), "answered", null));
        database.sql("update person set disabled = true where id = ?")
                .param(gone.id().value())
                .update();
        answer(reference, "And LinkedIn?");
        assertThat(room.row(reference, priya).assignee()).isNull();
    }

    @Test
    void whatWasWithdrawnStaysSo() {
        var reference = room.question(tomas, "Which platform?", "For a museum.");
        does(tomas, () -> mine.withdraw(reference, tomas.id()));
        assertThat(answer(reference, "I do want it.")).isNotEqualTo(reference);
        assertThat(room.row(reference, priya).outcome()).isEqualTo("withdrawn");
    }

    private Reference answer(Reference reference, String words) {
        return does(tomas, () -> mine.answer(reference, DeskRoom.signed(tomas), new AnswerForm(words, null)));
    }

    @Test
    void aLaterAnswerToASettledItemBecomesAQuestionThatPointsToIt() {
        var reference = room.question(tomas, "Which platform?", "For a museum.");
        does(priya, () -> team.settle(reference, priya.id(), "answered", null));
        clock.pass(Duration.ofDays(15));
        var next = does(
                tomas, () -> mine.answer(reference, DeskRoom.signed(tomas), new AnswerForm("And LinkedIn?", null)));
        assertThat(next).isNotEqualTo(reference);
        var old = room.row(reference, priya);
        assertThat(old.status()).isEqualTo(Status.SETTLED);
        assertThat(old.outcome()).isEqualTo("answered");
        assertThat(old.followedBy()).isEqualTo(next);
        var followUp = room.row(next, priya);
        assertThat(followUp.follows()).isEqualTo(reference);
        assertThat(followUp.kind()).isEqualTo("question");
        assertThat(followUp.title()).isEqualTo("Which platform?");
        assertThat(room.thread(reference, priya).stream().map(ThreadLine::words))
                .contains("And LinkedIn?");
        assertThat(room.thread(next, priya).stream().map(ThreadLine::words)).containsExactly("And LinkedIn?");
    }

    @Test
    void withdrawingSettlesItAndNobodyElseCan() {
        var reference = room.question(tomas, "Which platform?", "For a museum.");
        var stranger = people.staff();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> does(stranger, () -> mine.withdraw(reference, stranger.id())));
        does(tomas, () -> mine.withdraw(reference, tomas.id()));
        var row = room.row(reference, priya);
        assertThat(row.outcome()).isEqualTo("withdrawn");
        assertThatExceptionOfType(AlreadySettled.class)
                .isThrownBy(() -> does(tomas, () -> mine.withdraw(reference, tomas.id())));
    }

    @Test
    void ofManyWhoSettleAtOnceOneIsTheOne() throws Exception {
        var reference = room.question(tomas, "Which platform?", "For a museum.");
        var all = new ArrayList<Callable<String>>();
        for (int number = 0; number < 8; number++) {
            all.add(() -> {
                try {
                    does(priya, () -> desk.settle(reference, "answered", priya.id()));
                    return "settled";
                } catch (AlreadySettled late) {
                    return "late";
                }
            });
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            var answers = new ArrayList<String>();
            for (var future : pool.invokeAll(all)) answers.add(future.get());
            assertThat(answers).containsOnlyOnce("settled").hasSize(8);
        }
    }

    @Test
    void theSameReplySentTwiceIsSentOnce() {
        var reference = room.question(tomas, "Which platform?", "For a museum.");
        events.clear();
        var form = new ComposerForm(
                "Gladly.", room.row(reference, priya).version(), null, "reply", "key-" + reference, null, null, null);
        room.reply(reference, priya, form);
        room.reply(reference, priya, form);
        assertThat(room.thread(reference, priya)).hasSize(2);
        assertThat(letters()).hasSize(1);
    }

    @Test
    void theDatabaseRefusesAnItemThatIsHalfSettled() {
        var reference = room.question(tomas, "Which platform?", "For a museum.");
        assertThatExceptionOfType(org.springframework.dao.DataIntegrityViolationException.class)
                .isThrownBy(() -> database.sql("update desk_item set status = 'SETTLED' where reference = ?")
                        .param(reference.number())
                        .update());
    }

    @Test
    void whatADisabledPersonHadIsNobodysAgain() {
        var reference = room.question(tomas, "Which platform?", "For a museum.");
        does(jo, () -> team.assign(reference, DeskRoom.signed(jo), "me", null));
        does(
                priya,
                () -> transaction.executeWithoutResult(
                        status -> publisher.publishEvent(new PersonDisabled(jo.id(), Instant.now(Clock.systemUTC())))));
        assertThat(room.row(reference, priya).assignee()).isNull();
        assertThat(room.row(reference, priya).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void theSameQuestionSentByManyAtOnceIsAskedOnce() throws Exception {
        var form = new QuestionForm("Which platform?", "For a museum.", "me", null, "key-" + tomas.id());
        var all = new ArrayList<Callable<Reference>>();
        for (int number = 0; number < 6; number++) all.add(() -> does(tomas, () -> questions.ask(tomas.id(), form)));
        try (var pool = Executors.newFixedThreadPool(6)) {
            var answers = new HashSet<Reference>();
            for (var future : pool.invokeAll(all)) answers.add(future.get());
            assertThat(answers).hasSize(1);
        }
        assertThat(does(tomas, () -> mine.total(tomas.id())).counted()).isEqualTo(1);
    }

    @Test
    void whoLeavesTheTeamGivesBackWhatTheyHad() {
        var reference = room.question(tomas, "Which platform?", "For a museum.");
        does(priya, () -> team.assign(reference, DeskRoom.signed(priya), jo.id().toString(), null));
        var jos = new Addressee(jo.id(), jo.name(), jo.mail());
        AsSystem.run(() -> transaction.executeWithoutResult(status -> publisher.publishEvent(
                new RolesChanged(jos, List.of("comms"), false, Instant.now(Clock.systemUTC())))));
        assertThat(room.row(reference, priya).assignee()).isNull();
    }

    @Test
    void whatIsGivenToSomebodyIsStillUnreadUntilTheyTakeIt() {
        var reference = room.question(tomas, "Which platform?", "For a museum.");
        does(priya, () -> team.assign(reference, DeskRoom.signed(priya), jo.id().toString(), null));
        assertThat(room.row(reference, priya).unread()).isTrue();
        does(priya, () -> team.assign(reference, DeskRoom.signed(priya), "me", null));
        assertThat(room.row(reference, priya).unread()).isFalse();
    }

    @Test
    void whatTheRequesterDoesElsewhereIsNewsAndBringsItBack() {
        var reference = room.question(tomas, "Which platform?", "For a museum.");
        does(priya, () -> team.assign(reference, DeskRoom.signed(priya), "me", null));
        does(priya, () -> transaction.executeWithoutResult(status -> desk.awaitRequester(reference, priya.id())));
        assertThat(room.row(reference, priya).unread()).isFalse();
        does(tomas, () -> transaction.executeWithoutResult(status -> desk.resume(reference, tomas.id())));
        assertThat(room.row(reference, priya).unread()).isTrue();
        assertThat(room.row(reference, priya).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void anEndWithoutAWordIsToldByMailAndOneAfterAnAnswerIsNot() {
        var silent = room.question(tomas, "Which platform?", "For a museum.");
        does(priya, () -> team.settle(silent, priya.id(), Questions.NOT_FOR_US, null));
        assertThat(mails(letter("settled"))).containsExactly(tomas.mail());
        assertThat(letter("settled").path()).isEqualTo("/requests/" + silent);
        var answered = room.question(tomas, "Which time?", "For a museum.");
        room.reply(answered, priya, "At noon.");
        does(priya, () -> team.settle(answered, priya.id(), Questions.ANSWERED, null));
        assertThat(letters().stream().filter(letter -> letter.key().equals("settled")))
                .hasSize(1);
    }

    @Test
    void ofAVeryLongConversationTheNewestIsShown() {
        var reference = room.question(tomas, "Which platform?", "For a museum.");
        // Events, because the words of all else are indexed one by one.
        database.sql("""
                        insert into desk_message (id, reference, voice, author_id, words, said_at)
                        select gen_random_uuid(), :reference, 'EVENT', :priya, 'desk.event.taken', now() - n * interval '1 hour'
                          from generate_series(1, 1100) n""")
                .param("reference", reference.number())
                .param("priya", priya.id().value())
                .update();
        var thread = room.thread(reference, priya);
        assertThat(thread).hasSize(1000).isSortedAccordingTo(Comparator.comparing(ThreadLine::at));
        assertThat(thread.getLast().words()).isEqualTo("For a museum.");
    }

    @Test
    void whoWroteItDownForSomebodyIsNotItsRequester() {
        var reference = room.item(tomas, priya, "question", "By phone", "For a museum.", null);
        assertThat(does(priya, () -> mine.open(reference, priya.id())).item().reference())
                .isEqualTo(reference);
        database.sql("insert into desk_told (reference, way, answers, incomplete, version)"
                        + " values (?, 'PHONE', '{}', false, 0)")
                .param(reference.number())
                .update();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> does(priya, () -> mine.open(reference, priya.id())));
        assertThat(does(tomas, () -> mine.open(reference, tomas.id())).item().reference())
                .isEqualTo(reference);
    }
}
