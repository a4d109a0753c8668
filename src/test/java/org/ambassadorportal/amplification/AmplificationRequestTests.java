package org.ambassadorportal.amplification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.registry.AccountId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AmplificationRequestTests {

    private static final Instant NOW = Instant.parse("2026-10-12T16:20:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 12);
    private static final String POST = "https://social.example.org/posts/1";

    private final PersonId tomas = PersonId.next();
    private final PersonId priya = PersonId.next();
    private final AccountId health = AccountId.next();

    private AmplificationRequest asked() {
        var story = new Story(Subject.STORY, "A paper", null, "We found it", null, null, null, null, Pictures.NONE);
        var concerned = new Concerned(Set.of(Help.POST), Set.of(health), Set.of(tomas));
        return new AmplificationRequest(
                new Reference(1042), tomas, tomas, story, concerned, PatientAnswer.none(), Set.of(), NOW);
    }

    private AmplificationRequest accepted() {
        var request = asked();
        request.accept(health, TODAY.plusDays(2), TODAY, priya, List.of(), NOW);
        return request;
    }

    @ParameterizedTest
    @EnumSource(PatientRule.class)
    void cannotExistWhileALineOfTheChecklistIsNotConfirmed(PatientRule missing) {
        var confirmed = EnumSet.complementOf(EnumSet.of(missing));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new PatientAnswer(true, confirmed))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("confirmed"));
    }

    @Test
    void keepsWhatWasConfirmed() {
        assertThat(new PatientAnswer(true, EnumSet.allOf(PatientRule.class)).confirmed())
                .containsExactlyInAnyOrder(PatientRule.values());
        assertThat(asked().patients()).isFalse();
    }

    @Test
    void isAcceptedForAnAccountAndADay() {
        var request = accepted();
        assertThat(request.state()).isEqualTo(AmplificationState.ACCEPTED);
        assertThat(request.runAccount()).isEqualTo(health);
        assertThat(request.runDay()).isEqualTo(TODAY.plusDays(2));
        assertThat(request.decidedBy()).isEqualTo(priya);
        var today = asked();
        today.accept(health, TODAY, TODAY, priya, List.of(), NOW);
        assertThat(today.state()).isEqualTo(AmplificationState.ACCEPTED);
    }

    @Test
    void isNotAcceptedForADayThatHasPassed() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> asked().accept(health, TODAY.minusDays(1), TODAY, priya, List.of(), NOW))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("day"));
    }

    @Test
    void isDecidedOnce() {
        var declined = asked();
        declined.decline("Not for our followers", priya, List.of(), NOW);
        assertThat(declined.reason()).isEqualTo("Not for our followers");
        assertThatExceptionOfType(AlreadyDecided.class)
                .isThrownBy(() -> declined.accept(health, TODAY, TODAY, priya, List.of(), NOW));
        assertThatExceptionOfType(AlreadyDecided.class)
                .isThrownBy(() -> accepted().decline("No", priya, List.of(), NOW));
    }

    @Test
    void runsOnlyAfterItWasAccepted() {
        assertThatExceptionOfType(NotAccepted.class)
                .isThrownBy(() -> asked().ran(health, POST, TODAY, TODAY, priya, List.of(), NOW));
        var request = accepted();
        request.ran(health, POST, TODAY, TODAY, priya, List.of(), NOW);
        assertThat(request.runs()).hasSize(1).first().satisfies(run -> {
            assertThat(run.link()).isEqualTo(POST);
            assertThat(run.account()).isEqualTo(health);
            assertThat(run.notedBy()).isEqualTo(priya);
        });
    }

    @Test
    void isNotNotedForADayToComeNorTwice() {
        var request = accepted();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> request.ran(health, POST, TODAY.plusDays(1), TODAY, priya, List.of(), NOW))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("ranOn"));
        request.ran(health, POST, TODAY, TODAY, priya, List.of(), NOW);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> request.ran(health, POST, TODAY, TODAY, priya, List.of(), NOW))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("link"));
    }

    @Test
    void isCalledOffUntilItRan() {
        var request = accepted();
        request.cancel(List.of(), NOW);
        assertThat(request.state()).isEqualTo(AmplificationState.CANCELED);
        var out = accepted();
        out.ran(health, POST, TODAY, TODAY, priya, List.of(), NOW);
        assertThatExceptionOfType(AlreadyRan.class).isThrownBy(() -> out.cancel(List.of(), NOW));
    }

    @Test
    void refusesADecisionBegunOnAnOlderVersion() {
        assertThatExceptionOfType(StaleEdit.class).isThrownBy(() -> asked().mustStillBe(3L));
    }

    @Test
    void reachesNoIllegalStateInAnyOrderOfVerbs() {
        for (int seed = 0; seed < 300; seed++) {
            var chance = new Random(seed);
            var request = asked();
            for (int step = 0; step < 10; step++) {
                var before = request.state();
                try {
                    switch (chance.nextInt(4)) {
                        case 0 -> request.accept(health, TODAY, TODAY, priya, List.of(), NOW);
                        case 1 -> request.decline("No", priya, List.of(), NOW);
                        case 2 -> request.ran(health, POST + chance.nextInt(), TODAY, TODAY, priya, List.of(), NOW);
                        default -> request.cancel(List.of(), NOW);
                    }
                } catch (Conflict refused) {
                    assertThat(request.state()).isEqualTo(before);
                }
                if (!request.runs().isEmpty()) assertThat(request.state()).isEqualTo(AmplificationState.ACCEPTED);
                if (request.state() == AmplificationState.ACCEPTED)
                    assertThat(request.runAccount()).isNotNull();
            }
        }
    }
}
