package org.ambassadorportal.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Conflict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkItemTests {

    private static final Instant MONDAY = Instant.parse("2026-10-12T20:20:00Z");
    private static final Addressee TOMAS = new Addressee(PersonId.next(), "Dr. Tomás Sample", "tomas@example.org");
    private static final Addressee PRIYA = new Addressee(PersonId.next(), "Priya Testcase", "priya@example.org");
    private static final Addressee JO = new Addressee(PersonId.next(), "Jo Specimen", "jo@example.org");

    private final WorkItem item = received();

    private static final ItemReceived.Said SAID =
            new ItemReceived.Said("Question", "Somebody reads it.", "Tuesday, Nov 24, 3 pm");

    private static WorkItem received() {
        return received("Moving our lab’s page");
    }

    private static WorkItem received(String title) {
        var fresh = new NewItem(new Reference(1042), "question", title, TOMAS.id(), TOMAS.id(), null, "How?");
        return WorkItem.receive(fresh, SAID, TOMAS, TOMAS, List.of(PRIYA), MONDAY);
    }

    private void reply(Duration after) {
        item.reply(List.of(TOMAS), PRIYA.name(), "Gladly.", MONDAY.plus(after));
    }

    @Test
    void isNewAndUnreadWhenItComesIn() {
        assertThat(item.status()).isEqualTo(Status.NEW);
        assertThat(item.unread()).isTrue();
        assertThat(item.firstResponseAt()).isNull();
    }

    @Test
    void theFirstReplyIsTheFirstResponseForGood() {
        reply(Duration.ofHours(2));
        reply(Duration.ofHours(9));
        item.settle("answered", PRIYA.id(), MONDAY.plus(Duration.ofHours(12)));
        assertThat(item.firstResponseAt()).isEqualTo(MONDAY.plus(Duration.ofHours(2)));
    }

    @Test
    void aReplyOpensWhatIsNew() {
        reply(Duration.ofHours(2));
        assertThat(item.status()).isEqualTo(Status.OPEN);
        assertThat(item.unread()).isFalse();
    }

    @Test
    void aNoteIsNoResponse() {
        item.note(MONDAY.plusSeconds(60));
        assertThat(item.firstResponseAt()).isNull();
        assertThat(item.status()).isEqualTo(Status.NEW);
    }

    @Test
    void aDecisionIsAResponse() {
        item.settle("approved", PRIYA.id(), MONDAY.plusSeconds(60));
        assertThat(item.firstResponseAt()).isEqualTo(MONDAY.plusSeconds(60));
    }

    @Test
    void withdrawingIsNoResponseOfTheTeam() {
        item.withdraw(TOMAS.id(), MONDAY.plusSeconds(60));
        assertThat(item.firstResponseAt()).isNull();
        assertThat(item.outcome()).isEqualTo("withdrawn");
    }

    @Test
    void whoeverTakesItHasBegun() {
        item.assign(PRIYA, null, MONDAY.plusSeconds(60));
        assertThat(item.status()).isEqualTo(Status.OPEN);
        assertThat(item.assignee()).isEqualTo(PRIYA.id());
        item.assign(null, "Jo Specimen", MONDAY.plusSeconds(90));
        assertThat(item.assignee()).isNull();
        assertThat(item.status()).isEqualTo(Status.OPEN);
    }

    @Test
    void theRequestersAnswerEndsTheWaiting() {
        item.awaitRequester(MONDAY.plusSeconds(60));
        item.answer(List.of(PRIYA), TOMAS.name(), "Here it is.", MONDAY.plusSeconds(120));
        assertThat(item.status()).isEqualTo(Status.OPEN);
        assertThat(item.unread()).isTrue();
    }

    @Test
    void theRequestersAnswerOpensWhatWaitsForADate() {
        item.awaitDate(MONDAY.plusSeconds(9000), MONDAY.plusSeconds(60));
        item.answer(List.of(PRIYA), TOMAS.name(), "I may be late.", MONDAY.plusSeconds(120));
        assertThat(item.status()).isEqualTo(Status.OPEN);
        assertThat(item.wakesAt()).isNull();
    }

    @Test
    void onlyOneSettlesIt() {
        item.settle("approved", PRIYA.id(), MONDAY.plusSeconds(60));
        assertThatExceptionOfType(AlreadySettled.class)
                .isThrownBy(() -> item.settle("declined", JO.id(), MONDAY.plusSeconds(61)));
        assertThatExceptionOfType(AlreadySettled.class)
                .isThrownBy(() -> item.withdraw(TOMAS.id(), MONDAY.plusSeconds(62)));
        assertThatExceptionOfType(AlreadySettled.class)
                .isThrownBy(() -> item.assign(JO, "Jo Specimen", MONDAY.plusSeconds(63)));
        assertThat(item.outcome()).isEqualTo("approved");
    }

    @Test
    void aSettledItemIsStillAnsweredButStaysSettled() {
        item.settle("approved", PRIYA.id(), MONDAY.plusSeconds(60));
        reply(Duration.ofHours(1));
        assertThat(item.status()).isEqualTo(Status.SETTLED);
    }

    @Test
    void theRequestersAnswerOpensItAgainAndItsOutcomeStays() {
        item.settle("approved", PRIYA.id(), MONDAY.plusSeconds(60));
        assertThat(item.opensAgain(MONDAY.plus(Duration.ofDays(15)))).isFalse();
        item.reopen(true, MONDAY.plus(Duration.ofDays(14)));
        assertThat(item.status()).isEqualTo(Status.OPEN);
        assertThat(item.isReopened()).isTrue();
        assertThat(item.outcome()).isEqualTo("approved");
        item.settle("approved", JO.id(), MONDAY.plus(Duration.ofDays(14)).plusSeconds(9));
        assertThat(item.opensAgain(MONDAY.plus(Duration.ofDays(28)))).isTrue();
    }

    @Test
    void aLongTitleIsCutBetweenCharacters() {
        var cut = received("😀".repeat(150)).title();
        assertThat(cut).endsWith("😀…").hasSizeLessThanOrEqualTo(200);
        assertThat(received("  two\n lines ").title()).isEqualTo("two lines");
    }

    @Test
    void noSequenceOfCommandsReachesAnIllegalState() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var it = received();
            var at = MONDAY;
            Instant first = null;
            String outcome = null;
            var stood = new Stood(Status.NEW, null, null);
            for (int step = 0; step < 35; step++) {
                at = at.plusSeconds(random.nextInt(7_200));
                var before = it.status();
                try {
                    if (before != Status.MERGED) stood = new Stood(before, it.wakesAt(), it.snoozedUntil());
                    command(it, random.nextInt(17), stood, at);
                } catch (Conflict refused) {
                    assertThat(it.status()).as("seed %d", seed).isEqualTo(before);
                }
                legal(it, before, seed);
                if (first != null)
                    assertThat(it.firstResponseAt()).as("seed %d", seed).isEqualTo(first);
                if (outcome != null)
                    assertThat(it.outcome()).as("seed %d", seed).isEqualTo(outcome);
                first = it.firstResponseAt();
                outcome = it.outcome();
            }
        }
    }

    /** How an item stood before it was merged. */
    private record Stood(
            Status status,
            @Nullable Instant wakes,
            @Nullable Instant snoozed) {}

    private static void command(WorkItem it, int which, Stood stood, Instant at) {
        switch (which) {
            case 0 -> it.reply(List.of(TOMAS), "Jo", "words", at);
            case 1 -> it.note(at);
            case 2 -> it.assign(PRIYA, "Jo", at);
            case 3 -> it.assign(null, "Jo", at);
            case 4 -> it.awaitRequester(at);
            case 5 -> it.resume(at);
            case 6 -> it.answer(List.of(), "Tomás", "words", at);
            case 7 -> it.settle("approved", JO.id(), at);
            case 8 -> it.reopen(at.getEpochSecond() % 2 == 0, at);
            case 9 -> it.pend(null, at);
            case 10 -> it.pend(at.plusSeconds(9_000), at);
            case 11 -> it.snooze(at.plusSeconds(9_000), at);
            case 12 -> it.open(at);
            case 13 -> it.wake(at);
            case 14 -> it.merge(new Reference(1041), at);
            case 15 -> it.unmerge(stood.status(), stood.wakes(), stood.snoozed(), it.assignee() != null, at);
            default -> it.withdraw(TOMAS.id(), at);
        }
    }

    private static void legal(WorkItem it, Status before, int seed) {
        boolean settled = it.status() == Status.SETTLED;
        assertThat(it.outcome() != null).as("seed %d", seed).isEqualTo(settled || it.isReopened());
        assertThat(it.settledAt() != null).as("seed %d", seed).isEqualTo(settled);
        if (before == Status.SETTLED)
            assertThat(it.status()).as("seed %d", seed).isIn(before, Status.OPEN);
        if (it.wakesAt() != null) assertThat(it.status()).as("seed %d", seed).isEqualTo(Status.PENDING);
        if (it.snoozedUntil() != null)
            assertThat(it.status()).as("seed %d", seed).isIn(Status.NEW, Status.OPEN);
        if (before != Status.NEW && before != Status.MERGED)
            assertThat(it.status()).as("seed %d", seed).isNotEqualTo(Status.NEW);
        if (it.status() == Status.NEW) {
            assertThat(it.firstResponseAt()).as("seed %d", seed).isNull();
            assertThat(it.assignee()).as("seed %d", seed).isNull();
        }
    }
}
