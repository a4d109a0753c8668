package org.ambassadorportal.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.offering.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsultationRequestTests {

    private static final Instant NOW = Instant.parse("2026-10-12T16:20:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(3));

    private final PersonId tomas = PersonId.next();
    private final PersonId priya = PersonId.next();

    private ConsultationRequest asked() {
        var wanted = new Wanted(
                false,
                null,
                "Closing our page",
                "How?",
                null,
                null,
                null,
                null,
                null,
                Format.VIDEO,
                null,
                null,
                45,
                null);
        return new ConsultationRequest(
                new Reference(1042), RequestKind.CONSULTATION, tomas, tomas, wanted, List.of(), Set.of(), NOW);
    }

    private Slot slot(Instant starts) {
        return new Slot(starts, 45, priya, Format.VIDEO, null);
    }

    private Terms terms(Instant starts) {
        return new Terms(slot(starts), null, false);
    }

    @Test
    void isPendingUntilSomebodyDecides() {
        assertThat(asked().state()).isEqualTo(RequestState.PENDING);
        assertThat(asked().booking()).isNull();
    }

    @Test
    void isAcceptedWithADateAndAHost() {
        var request = asked();
        request.accept(BookingId.next(), terms(LATER), priya, List.of(), NOW);
        assertThat(request.state()).isEqualTo(RequestState.ACCEPTED);
        assertThat(request.decidedBy()).isEqualTo(priya);
        assertThat(request.booking()).satisfies(booking -> {
            assertThat(booking.state()).isEqualTo(BookingState.ACCEPTED);
            assertThat(booking.slot()).isEqualTo(slot(LATER));
        });
    }

    @Test
    void refusesATimeThatHasBegun() {
        assertThatThrownBy(() -> asked().accept(BookingId.next(), terms(NOW), priya, List.of(), NOW))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("day");
                    assertThat(refusal.key()).isEqualTo("consultation.slot.past");
                });
        assertThatThrownBy(() -> asked().propose(BookingId.next(), terms(NOW.minusSeconds(1)), null, List.of(), NOW))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void isDecidedOnce() {
        var accepted = asked();
        accepted.accept(BookingId.next(), terms(LATER), priya, List.of(), NOW);
        assertThatExceptionOfType(AlreadyDecided.class)
                .isThrownBy(() -> accepted.accept(BookingId.next(), terms(LATER), priya, List.of(), NOW))
                .satisfies(error -> assertThat(error.key()).isEqualTo("consultation.decided.accepted"));
        assertThatExceptionOfType(AlreadyDecided.class).isThrownBy(() -> accepted.decline("No", priya, List.of(), NOW));
        assertThatExceptionOfType(AlreadyDecided.class)
                .isThrownBy(() -> accepted.propose(BookingId.next(), terms(LATER), null, List.of(), NOW));
        var declined = asked();
        declined.decline("We are too few", priya, List.of(), NOW);
        assertThat(declined.reason()).isEqualTo("We are too few");
        assertThatExceptionOfType(AlreadyDecided.class)
                .isThrownBy(() -> declined.accept(BookingId.next(), terms(LATER), priya, List.of(), NOW));
    }

    @Test
    void isAgreedByTheRequester() {
        var request = asked();
        request.propose(BookingId.next(), terms(LATER), null, List.of(), NOW);
        assertThat(request.state()).isEqualTo(RequestState.PENDING);
        request.agree(tomas, List.of(), NOW);
        assertThat(request.state()).isEqualTo(RequestState.ACCEPTED);
        assertThat(request.booking().state()).isEqualTo(BookingState.ACCEPTED);
    }

    @Test
    void keepsOneBookingForItsWholeLife() {
        var request = asked();
        request.propose(BookingId.next(), terms(LATER), null, List.of(), NOW);
        var first = request.booking().id();
        request.disagree(List.of(), NOW);
        assertThat(request.booking().state()).isEqualTo(BookingState.REJECTED);
        request.propose(BookingId.next(), terms(LATER.plusSeconds(3600)), null, List.of(), NOW);
        request.accept(BookingId.next(), terms(LATER.plusSeconds(7200)), priya, List.of(), NOW);
        assertThat(request.booking().id()).isEqualTo(first);
        assertThat(request.booking().sequence()).isEqualTo(3);
    }

    @Test
    void cannotBeAgreedWhenNothingIsProposedAnyMore() {
        assertThatExceptionOfType(NothingProposed.class).isThrownBy(() -> asked().agree(tomas, List.of(), NOW));
        var answered = asked();
        answered.propose(BookingId.next(), terms(LATER), null, List.of(), NOW);
        answered.disagree(List.of(), NOW);
        assertThatExceptionOfType(NothingProposed.class).isThrownBy(() -> answered.agree(tomas, List.of(), NOW));
        assertThatExceptionOfType(NothingProposed.class).isThrownBy(() -> answered.disagree(List.of(), NOW));
        var late = asked();
        late.propose(BookingId.next(), terms(LATER), null, List.of(), NOW);
        assertThatExceptionOfType(NothingProposed.class).isThrownBy(() -> late.agree(tomas, List.of(), LATER));
    }

    @Test
    void isCalledOffBeforeItBeginsAndNotAfter() {
        var request = asked();
        request.accept(BookingId.next(), terms(LATER), priya, List.of(), NOW);
        assertThatExceptionOfType(AlreadyBegun.class).isThrownBy(() -> request.cancel(List.of(), LATER));
        request.cancel(List.of(), NOW);
        assertThat(request.state()).isEqualTo(RequestState.CANCELED);
        assertThat(request.booking().state()).isEqualTo(BookingState.CANCELED);
        assertThatExceptionOfType(AlreadyDecided.class).isThrownBy(() -> request.cancel(List.of(), NOW));
    }

    @Test
    void aLostTimeGoesBackToTheTeamAndAnotherCanBeOffered() {
        var request = asked();
        request.propose(BookingId.next(), terms(LATER), LATER, List.of(), NOW);
        request.lose(List.of(), NOW);
        assertThat(request.state()).isEqualTo(RequestState.PENDING);
        assertThat(request.booking().state()).isEqualTo(BookingState.REJECTED);
        request.propose(BookingId.next(), terms(LATER), LATER, List.of(), NOW);
        request.agree(tomas, List.of(), NOW);
        assertThat(request.state()).isEqualTo(RequestState.ACCEPTED);
    }

    @Test
    void keepsItsIdAndRaisesItsSequenceWhenMovedAndHandedOver() {
        var request = accepted();
        var id = request.booking().id();
        int before = request.booking().sequence();
        request.shift(terms(LATER.plusSeconds(3600)), List.of(), NOW);
        request.handOver(terms(LATER.plusSeconds(3600)), List.of(), NOW);
        assertThat(request.booking().id()).isEqualTo(id);
        assertThat(request.booking().sequence()).isEqualTo(before + 2);
        assertThat(request.state()).isEqualTo(RequestState.ACCEPTED);
        assertThatExceptionOfType(AlreadyBegun.class)
                .isThrownBy(() -> request.shift(terms(LATER.plusSeconds(9000)), List.of(), LATER.plusSeconds(3600)));
    }

    @Test
    void isDoneOrMissedOnlyAfterItsBeginning() {
        var outcome = new Outcome("Two posts a month", null, null, 12);
        assertThatExceptionOfType(NotYetBegun.class).isThrownBy(() -> accepted().done(outcome, List.of(), NOW));
        assertThatExceptionOfType(NotYetBegun.class).isThrownBy(() -> accepted().miss(List.of(), NOW));
        assertThatExceptionOfType(AlreadyDecided.class).isThrownBy(() -> asked().done(outcome, List.of(), LATER));
        var done = accepted();
        done.done(outcome, List.of(), LATER);
        assertThat(done.state()).isEqualTo(RequestState.DONE);
        assertThatExceptionOfType(AlreadyDecided.class)
                .isThrownBy(() -> done.miss(List.of(), LATER))
                .satisfies(error -> assertThat(error.key()).isEqualTo("consultation.decided.done"));
        var missed = accepted();
        missed.miss(List.of(), LATER);
        assertThat(missed.state()).isEqualTo(RequestState.NO_SHOW);
    }

    @Test
    void isAskedOnceWhetherItHelped() {
        var request = accepted();
        assertThatExceptionOfType(AlreadyDecided.class)
                .isThrownBy(() -> request.tell(Helped.VERY, null, List.of(), LATER));
        request.done(new Outcome(null, null, null, null), List.of(), LATER);
        request.tell(Helped.SOMEWHAT, "More examples", List.of(), LATER);
        assertThatExceptionOfType(AlreadyAnswered.class)
                .isThrownBy(() -> request.tell(Helped.VERY, null, List.of(), LATER));
    }

    @Test
    void isCalledOffByTheTeamAlsoAfterItsTime() {
        var request = accepted();
        request.callOff("Our host is ill", List.of(), LATER.plusSeconds(60));
        assertThat(request.state()).isEqualTo(RequestState.CANCELED);
        assertThat(request.reason()).isEqualTo("Our host is ill");
        assertThatExceptionOfType(AlreadyDecided.class).isThrownBy(() -> asked().callOff("No", List.of(), NOW));
    }

    private ConsultationRequest accepted() {
        var request = asked();
        request.accept(BookingId.next(), terms(LATER), priya, List.of(), NOW);
        return request;
    }

    @Test
    void refusesADecisionBegunOnAnOlderVersion() {
        assertThatExceptionOfType(StaleEdit.class).isThrownBy(() -> asked().mustStillBe(7L));
        asked().mustStillBe(0L);
        asked().mustStillBe(null);
    }

    /** Whatever is tried in whatever order: no state that the rules do not know. */
    @Test
    void reachesNoIllegalStateInAnyOrderOfVerbs() {
        for (int seed = 0; seed < 500; seed++) {
            var chance = new Random(seed);
            var request = asked();
            for (int step = 0; step < 12; step++) {
                var before = request.state();
                try {
                    switch (chance.nextInt(11)) {
                        case 0 -> request.accept(BookingId.next(), terms(LATER), priya, List.of(), NOW);
                        case 1 -> request.propose(BookingId.next(), terms(LATER), null, List.of(), NOW);
                        case 2 -> request.agree(tomas, List.of(), NOW);
                        case 3 -> request.disagree(List.of(), NOW);
                        case 6 -> request.lose(List.of(), NOW);
                        case 7 -> request.shift(terms(LATER), List.of(), NOW);
                        case 8 -> request.callOff("No", List.of(), NOW);
                        case 9 -> request.done(new Outcome(null, null, null, null), List.of(), LATER);
                        case 10 -> request.miss(List.of(), LATER);
                        case 4 -> request.decline("No", priya, List.of(), NOW);
                        default -> request.cancel(List.of(), NOW);
                    }
                } catch (Conflict refused) {
                    assertThat(request.state()).isEqualTo(before);
                }
                var booking = request.booking();
                if (request.state() == RequestState.ACCEPTED
                        || request.state() == RequestState.DONE
                        || request.state() == RequestState.NO_SHOW)
                    assertThat(booking.state()).isEqualTo(BookingState.ACCEPTED);
                if (request.state() == RequestState.REJECTED || request.state() == RequestState.CANCELED)
                    assertThat(booking == null || booking.state() == BookingState.CANCELED)
                            .isTrue();
                if (before != RequestState.PENDING && before != RequestState.ACCEPTED)
                    assertThat(request.state()).isEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(RequestKind.class)
    void isOfferedUnderAKeyOfItsOwn(RequestKind offering) {
        assertThat(RequestKind.at(offering.key())).isEqualTo(offering);
        assertThat(offering.formats()).doesNotContainNull().isNotEmpty();
    }
}
