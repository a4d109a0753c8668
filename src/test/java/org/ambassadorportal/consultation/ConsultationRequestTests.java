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

    @Test
    void isPendingUntilSomebodyDecides() {
        assertThat(asked().state()).isEqualTo(RequestState.PENDING);
        assertThat(asked().booking()).isNull();
    }

    @Test
    void isAcceptedWithADateAndAHost() {
        var request = asked();
        request.accept(slot(LATER), priya, List.of(), NOW);
        assertThat(request.state()).isEqualTo(RequestState.ACCEPTED);
        assertThat(request.decidedBy()).isEqualTo(priya);
        assertThat(request.booking()).satisfies(booking -> {
            assertThat(booking.state()).isEqualTo(BookingState.ACCEPTED);
            assertThat(booking.slot()).isEqualTo(slot(LATER));
        });
    }

    @Test
    void refusesATimeThatHasBegun() {
        assertThatThrownBy(() -> asked().accept(slot(NOW), priya, List.of(), NOW))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("day");
                    assertThat(refusal.key()).isEqualTo("consultation.slot.past");
                });
        assertThatThrownBy(() -> asked().propose(slot(NOW.minusSeconds(1)), List.of(), NOW))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void isDecidedOnce() {
        var accepted = asked();
        accepted.accept(slot(LATER), priya, List.of(), NOW);
        assertThatExceptionOfType(AlreadyDecided.class)
                .isThrownBy(() -> accepted.accept(slot(LATER), priya, List.of(), NOW))
                .satisfies(error -> assertThat(error.key()).isEqualTo("consultation.decided.accepted"));
        assertThatExceptionOfType(AlreadyDecided.class).isThrownBy(() -> accepted.decline("No", priya, List.of(), NOW));
        assertThatExceptionOfType(AlreadyDecided.class).isThrownBy(() -> accepted.propose(slot(LATER), List.of(), NOW));
        var declined = asked();
        declined.decline("We are too few", priya, List.of(), NOW);
        assertThat(declined.reason()).isEqualTo("We are too few");
        assertThatExceptionOfType(AlreadyDecided.class)
                .isThrownBy(() -> declined.accept(slot(LATER), priya, List.of(), NOW));
    }

    @Test
    void isAgreedByTheRequester() {
        var request = asked();
        request.propose(slot(LATER), List.of(), NOW);
        assertThat(request.state()).isEqualTo(RequestState.PENDING);
        request.agree(tomas, List.of(), NOW);
        assertThat(request.state()).isEqualTo(RequestState.ACCEPTED);
        assertThat(request.booking().state()).isEqualTo(BookingState.ACCEPTED);
    }

    @Test
    void keepsOneBookingForItsWholeLife() {
        var request = asked();
        request.propose(slot(LATER), List.of(), NOW);
        var first = request.booking().id();
        request.disagree(List.of(), NOW);
        assertThat(request.booking().state()).isEqualTo(BookingState.REJECTED);
        request.propose(slot(LATER.plusSeconds(3600)), List.of(), NOW);
        request.accept(slot(LATER.plusSeconds(7200)), priya, List.of(), NOW);
        assertThat(request.booking().id()).isEqualTo(first);
        assertThat(request.booking().sequence()).isEqualTo(3);
    }

    @Test
    void cannotBeAgreedWhenNothingIsProposedAnyMore() {
        assertThatExceptionOfType(NothingProposed.class).isThrownBy(() -> asked().agree(tomas, List.of(), NOW));
        var answered = asked();
        answered.propose(slot(LATER), List.of(), NOW);
        answered.disagree(List.of(), NOW);
        assertThatExceptionOfType(NothingProposed.class).isThrownBy(() -> answered.agree(tomas, List.of(), NOW));
        assertThatExceptionOfType(NothingProposed.class).isThrownBy(() -> answered.disagree(List.of(), NOW));
        var late = asked();
        late.propose(slot(LATER), List.of(), NOW);
        assertThatExceptionOfType(NothingProposed.class).isThrownBy(() -> late.agree(tomas, List.of(), LATER));
    }

    @Test
    void isCalledOffBeforeItBeginsAndNotAfter() {
        var request = asked();
        request.accept(slot(LATER), priya, List.of(), NOW);
        assertThatExceptionOfType(AlreadyBegun.class).isThrownBy(() -> request.cancel(List.of(), LATER));
        request.cancel(List.of(), NOW);
        assertThat(request.state()).isEqualTo(RequestState.CANCELED);
        assertThat(request.booking().state()).isEqualTo(BookingState.CANCELED);
        assertThatExceptionOfType(AlreadyDecided.class).isThrownBy(() -> request.cancel(List.of(), NOW));
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
                    switch (chance.nextInt(6)) {
                        case 0 -> request.accept(slot(LATER), priya, List.of(), NOW);
                        case 1 -> request.propose(slot(LATER), List.of(), NOW);
                        case 2 -> request.agree(tomas, List.of(), NOW);
                        case 3 -> request.disagree(List.of(), NOW);
                        case 4 -> request.decline("No", priya, List.of(), NOW);
                        default -> request.cancel(List.of(), NOW);
                    }
                } catch (Conflict refused) {
                    assertThat(request.state()).isEqualTo(before);
                }
                var booking = request.booking();
                if (request.state() == RequestState.ACCEPTED)
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
        assertThat(offering.lengths()).isSorted();
    }
}
