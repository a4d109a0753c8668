package org.ambassadorportal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.organization.BusinessHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkItemClockTests {

    private static final ZoneId DETROIT = ZoneId.of("America/Detroit");
    private static final BusinessTime OFFICE = new BusinessTime(
            new BusinessHours(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                    LocalTime.of(9, 0),
                    LocalTime.of(17, 0),
                    List.of(new BusinessHours.Holiday(LocalDate.of(2026, 11, 26), "Thanksgiving"))),
            DETROIT);
    private static final DeskSettings.Goals GOALS = new DeskSettings.Goals(Duration.ofHours(8), Duration.ofHours(40));
    private static final Addressee TOMAS = new Addressee(PersonId.next(), "Dr. Tomás Sample", "tomas@example.org");
    private static final PersonId PRIYA = PersonId.next();

    /** A Monday. */
    private static final Instant MONDAY = at(LocalDate.of(2026, 10, 12), 9);

    private final WorkItem item = received();

    /** As the database keeps it. */
    private final List<Clocks.Stretch> history = new ArrayList<>(List.of(new Clocks.Stretch(Status.NEW, MONDAY, null)));

    @Test
    void theFirstClockRunsOutAfterADayAndStopsForGoodWithTheFirstAnswer() {
        assertThat(item.nextDueAt()).isEqualTo(at(LocalDate.of(2026, 10, 12), 17));

        reply(MONDAY.plus(Duration.ofHours(2)));

        assertThat(item.nextDueAt()).isEqualTo(item.dueAt()).isEqualTo(at(LocalDate.of(2026, 10, 16), 17));
        reply(MONDAY.plus(Duration.ofDays(2)));
        assertThat(item.firstResponseAt()).isEqualTo(MONDAY.plus(Duration.ofHours(2)));
    }

    @Test
    void waitingForTheRequesterStopsTheSecondClockAndOnlyIt() {
        item.awaitRequester(MONDAY.plus(Duration.ofHours(2)));
        reckon(GOALS, MONDAY.plus(Duration.ofHours(2)));
        assertThat(item.dueAt()).isNull();
        assertThat(item.nextDueAt()).isNull();
        assertThat(item.firstDueAt()).isEqualTo(at(LocalDate.of(2026, 10, 12), 17));

        // Two hours had run; from Wednesday noon thirty-eight are left.
        item.resume(at(LocalDate.of(2026, 10, 14), 12));
        reckon(GOALS, at(LocalDate.of(2026, 10, 14), 12));

        assertThat(item.dueAt()).isEqualTo(at(LocalDate.of(2026, 10, 21), 10));
    }

    @Test
    void whatHasRunOutBeforeItWaitedIsAsLateAsItWasWhenItGoesOn() {
        var late = MONDAY.plus(Duration.ofDays(9));
        item.awaitRequester(late);
        reckon(GOALS, late);
        item.resume(late.plus(Duration.ofDays(2)));
        reckon(GOALS, late.plus(Duration.ofDays(2)));

        assertThat(item.dueAt()).isEqualTo(at(LocalDate.of(2026, 10, 16), 17));
    }

    @Test
    void otherGoalsMoveTheClocks() {
        item.prioritize(Priority.HIGH, MONDAY.plusSeconds(60));
        reckon(new DeskSettings.Goals(Duration.ofHours(2), Duration.ofHours(16)), MONDAY.plusSeconds(60));

        assertThat(item.nextDueAt()).isEqualTo(MONDAY.plus(Duration.ofHours(2)));
        assertThat(item.dueAt()).isEqualTo(at(LocalDate.of(2026, 10, 13), 17));
    }

    @Test
    void whatWasUsedUpBeforeItWaitedIsFoundByOtherGoalsAsWell() {
        item.awaitRequester(at(LocalDate.of(2026, 10, 14), 12));
        reckon(GOALS, at(LocalDate.of(2026, 10, 14), 12));
        item.resume(at(LocalDate.of(2026, 10, 16), 12));
        reckon(GOALS, at(LocalDate.of(2026, 10, 16), 12));

        // Nineteen hours had run; the sixteenth had passed on Tuesday.
        reckon(new DeskSettings.Goals(Duration.ofHours(2), Duration.ofHours(16)), at(LocalDate.of(2026, 10, 16), 13));

        assertThat(item.dueAt()).isEqualTo(at(LocalDate.of(2026, 10, 13), 17));
        reckon(new DeskSettings.Goals(Duration.ofHours(2), Duration.ofHours(20)), at(LocalDate.of(2026, 10, 16), 13));
        assertThat(item.dueAt()).isEqualTo(at(LocalDate.of(2026, 10, 16), 13));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theHistoryAloneGivesTheSameAsEachVerbDid(long seed) {
        for (long world = seed * 100; world < seed * 100 + 100; world++)
            new WorkItemClockTests().live(new Random(world));
    }

    private void live(Random random) {
        var now = MONDAY;
        var goals = GOALS;
        int verbs = random.nextInt(12);
        for (int verb = 0; verb < verbs && !item.status().isOver(); verb++) {
            // Also with fractions of seconds, which do not add up.
            now = now.plus(Duration.ofMinutes(1 + random.nextInt(4000))).plusNanos(random.nextInt(1_000_000) * 1_000L);
            act(item, random.nextInt(9), now);
            if (random.nextInt(4) == 0)
                goals = new DeskSettings.Goals(Duration.ofHours(8), Duration.ofHours(1 + random.nextInt(60)));
            reckon(goals, now);
        }
        var due = item.dueAt();
        var next = item.nextDueAt();
        var worked = item.worked();
        var waited = item.waited(now);

        item.reckon(history, goals, OFFICE, 1);

        assertThat(item.dueAt()).as("due of %s", history).isEqualTo(due);
        assertThat(item.nextDueAt()).as("next of %s", history).isEqualTo(next);
        assertThat(item.worked()).as("worked of %s", history).isEqualTo(worked);
        assertThat(item.waited(now)).as("waited of %s", history).isEqualTo(waited);
        if (due == null) return;
        // Up to the due time exactly the goal has run.
        var ran = Duration.ZERO;
        for (var stretch : history) {
            var until = stretch.until() == null || stretch.until().isAfter(due) ? due : cut(stretch.until());
            if (stretch.runs()) ran = ran.plus(OFFICE.between(cut(stretch.from()), until));
        }
        assertThat(ran).as("run until %s of %s", due, history).isEqualTo(goals.resolution());
    }

    private static Instant cut(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    private static void act(WorkItem item, int verb, Instant now) {
        switch (verb) {
            case 0 -> item.reply(List.of(TOMAS), "Priya", "Gladly.", now);
            case 1 -> item.awaitRequester(now);
            case 2 -> item.resume(now);
            case 3 -> item.answer(List.of(), TOMAS.name(), "Thank you.", now);
            case 4 -> item.awaitDate(now.plus(Duration.ofDays(3)), now);
            case 5 -> item.pend(null, now);
            case 6 -> item.snooze(now.plus(Duration.ofDays(3)), now);
            case 7 -> item.wake(now);
            default -> {
                if (now.getNano() == 0 && now.getEpochSecond() % 5 == 0) item.settle("answered", PRIYA, now);
            }
        }
    }

    private void reply(Instant at) {
        item.reply(List.of(TOMAS), "Priya", "Gladly.", at);
        reckon(GOALS, at);
    }

    private void reckon(DeskSettings.Goals goals, Instant at) {
        item.reckon(history, goals, OFFICE, 1);
        var last = history.getLast();
        if (last.status() == item.status()) return;
        history.removeLast();
        history.add(new Clocks.Stretch(last.status(), last.from(), at));
        history.add(new Clocks.Stretch(item.status(), at, null));
    }

    private static WorkItem received() {
        var fresh = new NewItem(new Reference(1042), "question", "Our page", TOMAS.id(), TOMAS.id(), null, "How?");
        var said = new ItemReceived.Said("Question", "Somebody reads it.", "Monday, Oct 12, 5 pm");
        var item = WorkItem.receive(fresh, said, TOMAS, TOMAS, List.of(), MONDAY);
        item.reckon(List.of(), GOALS, OFFICE, 1);
        return item;
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(DETROIT).toInstant();
    }
}
