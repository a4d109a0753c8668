package org.ambassadorportal.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.DomainError;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.offering.Format;
import org.ambassadorportal.offering.OfferingId;
import org.ambassadorportal.training.Told.Occasion;
import org.junit.jupiter.api.Test;

class TrainingClassTests {

    private static final Instant NOW = Instant.parse("2027-05-03T14:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);
    private static final PersonId HOST = PersonId.next();

    private final PersonId ann = PersonId.next();
    private final PersonId ben = PersonId.next();
    private final PersonId cleo = PersonId.next();
    private final PersonId dan = PersonId.next();

    @Test
    void aSeatIsTakenOnceHoweverOftenOneAsks() {
        var training = with(1);

        assertThat(training.takeSeat(ann, DAY, NOW)).containsExactly(new Told(ann, Occasion.TAKEN));
        assertThat(training.takeSeat(ann, DAY, NOW)).isEmpty();

        assertThat(training.standingOf(ann)).isEqualTo(Standing.SEATED);
        assertThatThrownBy(() -> training.takeSeat(ben, DAY, NOW)).isInstanceOf(ClassFull.class);
    }

    @Test
    void aSeatThatIsGivenBackIsOfferedInOrder() {
        var training = full(1, ann);
        training.waitForSeat(ben, DAY, NOW);
        training.waitForSeat(cleo, DAY, NOW);

        var told = training.leave(ann, DAY, NOW);

        assertThat(told)
                .containsExactly(new Told(ann, Occasion.GIVEN_BACK), new Told(ben, Occasion.OFFERED, NOW.plus(DAY)));
        assertThat(training.standingOf(ben)).isEqualTo(Standing.OFFERED);
        assertThatThrownBy(() -> training.takeSeat(dan, DAY, NOW))
                .as("nobody passes by those who wait")
                .isInstanceOf(ClassFull.class);
        assertThatThrownBy(() -> training.takeSeat(cleo, DAY, NOW)).isInstanceOf(ClassFull.class);
        assertThat(training.accept(ben, NOW)).containsExactly(new Told(ben, Occasion.TAKEN));
        assertThat(training.accept(ben, NOW)).isEmpty();
    }

    @Test
    void whoSaysNoLetsTheNextOneHaveIt() {
        var training = full(1, ann);
        training.waitForSeat(ben, DAY, NOW);
        training.waitForSeat(cleo, DAY, NOW);
        training.leave(ann, DAY, NOW);

        var told = training.leave(ben, DAY, NOW);

        assertThat(told).containsExactly(new Told(cleo, Occasion.OFFERED, NOW.plus(DAY)));
        assertThat(training.standingOf(ben)).isEqualTo(Standing.LEFT);
    }

    @Test
    void whoDoesNotAnswerInTimeLetsTheNextOneHaveIt() {
        var training = full(1, ann);
        training.waitForSeat(ben, DAY, NOW);
        training.waitForSeat(cleo, DAY, NOW);
        training.leave(ann, DAY, NOW);
        var later = NOW.plus(DAY);

        assertThatThrownBy(() -> training.accept(ben, later)).isInstanceOf(OfferOver.class);
        var told = training.passOn(DAY, later);

        assertThat(told)
                .containsExactly(new Told(ben, Occasion.RAN_OUT), new Told(cleo, Occasion.OFFERED, later.plus(DAY)));
        assertThat(training.passOn(DAY, later)).isEmpty();
        training.waitForSeat(ben, DAY, later);
        training.waitForSeat(dan, DAY, later);
        assertThat(training.leave(cleo, DAY, later))
                .as("whoever comes again comes last, but before those who come later")
                .containsExactly(new Told(ben, Occasion.OFFERED, later.plus(DAY)));
    }

    @Test
    void theTimeToSayYesEndsWhenTheClassBegins() {
        var training = full(1, ann);
        training.waitForSeat(ben, DAY, NOW);
        var starts = training.plan().starts();
        var late = starts.minus(3, ChronoUnit.HOURS);

        assertThat(training.leave(ann, DAY, late)).contains(new Told(ben, Occasion.OFFERED, starts));
    }

    @Test
    void moreSeatsGoToThoseWhoWaitAndFewerThanTakenAreRefused() {
        var training = full(2, ann, ben);
        training.waitForSeat(cleo, DAY, NOW);

        assertThatThrownBy(() -> training.resize(1, DAY, NOW))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("seats"));
        assertThat(training.resize(4, DAY, NOW)).containsExactly(new Told(cleo, Occasion.OFFERED, NOW.plus(DAY)));
        training.accept(cleo, NOW);
        training.takeSeat(dan, DAY, NOW);
        assertThat(training.sequence()).as("calendars need not hear of seats").isZero();
    }

    @Test
    void whoWaitsForASeatThatIsFreeHasIt() {
        var training = full(2, ann);

        assertThat(training.waitForSeat(ben, DAY, NOW)).containsExactly(new Told(ben, Occasion.TAKEN));
    }

    @Test
    void aMoveIsToldToEverybodyAndCalendarsFollow() {
        var training = full(1, ann);
        training.waitForSeat(ben, DAY, NOW);
        var plan = training.plan();
        var moved = new ClassPlan(
                plan.title(),
                plan.about(),
                plan.host(),
                plan.starts().plus(DAY),
                plan.minutes(),
                plan.format(),
                plan.place());

        assertThat(training.change(null, moved, 1, DAY, NOW))
                .containsExactly(
                        new Told(ann, Occasion.CHANGED),
                        new Told(ben, Occasion.CHANGED_WAITING),
                        new Told(HOST, Occasion.HOSTS_CHANGED));
        assertThat(training.sequence()).isEqualTo(1);
        var reworded = new ClassPlan(
                moved.title(),
                "Other words",
                moved.host(),
                moved.starts(),
                moved.minutes(),
                moved.format(),
                moved.place());
        assertThat(training.change(null, reworded, 1, DAY, NOW))
                .as("other words are no news")
                .isEmpty();
        assertThat(training.sequence()).isEqualTo(1);
    }

    @Test
    void aClassThatIsMovedEarlierTakesTheTimeToSayYesWithIt() {
        var training = full(1, ann);
        training.waitForSeat(ben, DAY, NOW);
        training.leave(ann, DAY, NOW);
        var plan = training.plan();
        var soon = NOW.plus(2, ChronoUnit.HOURS);

        training.change(
                null,
                new ClassPlan(plan.title(), plan.about(), HOST, soon, 60, plan.format(), plan.place()),
                1,
                DAY,
                NOW);

        assertThatThrownBy(() -> training.accept(ben, soon)).isInstanceOf(ClassOver.class);
        training.passOn(DAY, soon);
        assertThat(training.standingOf(ben)).isEqualTo(Standing.LEFT);
    }

    @Test
    void aCanceledClassTakesNobodyAndTellsEverybody() {
        var training = full(1, ann);
        training.waitForSeat(ben, DAY, NOW);

        assertThat(training.cancel("The room is flooded.", NOW))
                .containsExactly(
                        new Told(ann, Occasion.CANCELED),
                        new Told(ben, Occasion.CANCELED_WAITING),
                        new Told(HOST, Occasion.HOSTS_CANCELED));
        assertThat(training.sequence()).isEqualTo(1);
        assertThatThrownBy(() -> training.takeSeat(cleo, DAY, NOW)).isInstanceOf(ClassOver.class);
        assertThatThrownBy(() -> training.leave(ann, DAY, NOW)).isInstanceOf(ClassOver.class);
        assertThatThrownBy(() -> training.cancel("Again", NOW)).isInstanceOf(ClassOver.class);
        assertThatThrownBy(() -> training.note(Set.of(ann), NOW.plus(Duration.ofDays(9))))
                .isInstanceOf(ClassOver.class);
    }

    @Test
    void whoCameIsNotedOnceItHasBegun() {
        var training = full(2, ann, ben);

        assertThatThrownBy(() -> training.note(Set.of(ann), NOW)).isInstanceOf(Refusal.class);
        training.note(Set.of(ann), training.plan().starts());
    }

    @Test
    void randomCommandsNeverGiveMoreSeatsThanThereAreNorLeaveOneEmptyWhileSomebodyWaits() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var training = with(1 + random.nextInt(4));
            var people = IntStream.range(0, 8).mapToObj(any -> PersonId.next()).toList();
            var at = NOW;
            for (int step = 0; step < 120; step++) {
                at = at.plus(random.nextInt(180), ChronoUnit.MINUTES);
                if (!at.isBefore(training.plan().starts())) break;
                try {
                    act(training, people.get(random.nextInt(people.size())), random, at);
                } catch (DomainError refused) {
                    // What is refused changes nothing that people see.
                }
                int held = count(training, people, Standing.SEATED) + count(training, people, Standing.OFFERED);
                assertThat(held).as("seed %s, step %s", seed, step).isLessThanOrEqualTo(training.seats());
                if (count(training, people, Standing.WAITING) > 0)
                    assertThat(held).as("seed %s, step %s", seed, step).isEqualTo(training.seats());
            }
        }
    }

    private static void act(TrainingClass training, PersonId who, Random random, Instant at) {
        switch (random.nextInt(8)) {
            case 0, 1 -> training.takeSeat(who, DAY, at);
            case 2, 3 -> training.waitForSeat(who, DAY, at);
            case 4 -> training.leave(who, DAY, at);
            case 5 -> training.accept(who, at);
            case 6 -> training.passOn(DAY, at);
            default -> training.resize(1 + random.nextInt(6), DAY, at);
        }
    }

    private static int count(TrainingClass training, List<PersonId> people, Standing standing) {
        return (int) people.stream()
                .filter(who -> training.standingOf(who) == standing)
                .count();
    }

    private TrainingClass full(int seats, PersonId... people) {
        var training = with(seats);
        Stream.of(people).forEach(who -> training.takeSeat(who, DAY, NOW));
        return training;
    }

    private static TrainingClass with(int seats) {
        var plan = new ClassPlan(
                "Answering hard comments",
                "We practice.",
                HOST,
                NOW.plus(Duration.ofDays(7)),
                60,
                Format.IN_PERSON,
                "Room 2140");
        return new TrainingClass(OfferingId.next(), plan, seats, NOW);
    }
}
