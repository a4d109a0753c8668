package org.ambassadorportal.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.DomainError;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.registry.AccountId;
import org.ambassadorportal.social.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExceptionCaseTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-10-12");
    private static final Now NOW = new Now(Instant.parse("2026-10-12T15:00:00Z"), TODAY);
    private static final LocalDate FROM = TODAY;
    private static final LocalDate UNTIL = LocalDate.parse("2027-03-31");
    private static final LocalDate LATER = LocalDate.parse("2027-06-30");
    private static final int CAP = 2;

    private final PersonId requester = PersonId.next();
    private final PersonId enteredBy = PersonId.next();
    private final PersonId sponsor = PersonId.next();
    private final PersonId reviewer = PersonId.next();
    private final PersonId decider = PersonId.next();
    private final Reference extension = new Reference(2000);

    @Test
    void letsTheAccountRunUntilTheDateThatDayIncluded() {
        var exception = approved();
        assertThat(exception.inForceOn(FROM.minusDays(1))).isFalse();
        assertThat(exception.inForceOn(FROM)).isTrue();
        assertThat(exception.inForceOn(UNTIL)).isTrue();
        assertThat(exception.inForceOn(UNTIL.plusDays(1))).isFalse();
        assertThat(exception.stateOn(UNTIL)).isEqualTo(ExceptionState.APPROVED);
        assertThat(exception.stateOn(UNTIL.plusDays(1))).isEqualTo(ExceptionState.EXPIRED);
    }

    @Test
    void isNeverDecidedByWhoAskedEnteredSponsorsOrReviewed() {
        var exception = asked();
        exception.recommend(reviewer, Verdict.RECOMMENDED, "Fine.", NOW.at());
        for (var part : List.of(requester, enteredBy, sponsor, reviewer)) {
            assertThatThrownBy(() -> exception.approve(part, UNTIL, null, NOW, List.of()))
                    .isInstanceOf(SamePersonDecides.class);
            assertThatThrownBy(() -> exception.deny(part, "No.", NOW.at(), List.of()))
                    .isInstanceOf(SamePersonDecides.class);
        }
        exception.approve(decider, UNTIL, null, NOW, List.of());
    }

    @Test
    void allWhoReviewedAreKeptFromDecidingNotOnlyTheLast() {
        var exception = asked();
        exception.recommend(reviewer, Verdict.RECOMMENDED, null, NOW.at());
        exception.recommend(PersonId.next(), Verdict.NOT_RECOMMENDED, "On second thought no.", NOW.at());
        assertThatThrownBy(() -> exception.approve(reviewer, UNTIL, null, NOW, List.of()))
                .isInstanceOf(SamePersonDecides.class)
                .hasMessage("freeze.may-not.reviewed");
    }

    @Test
    void isNotReviewedByWhoAskedEnteredOrSponsorsIt() {
        for (var part : List.of(requester, enteredBy, sponsor)) {
            assertThatThrownBy(() -> asked().recommend(part, Verdict.RECOMMENDED, null, NOW.at()))
                    .isInstanceOf(SamePersonDecides.class);
        }
    }

    @Test
    void aQuestionOfTheReviewerIsNoReview() {
        var exception = asked();
        exception.query(exception.number(), "Who answers on weekends?", NOW.at(), List.of());
        exception.approve(reviewer, UNTIL, null, NOW, List.of());
    }

    @Test
    void refusesDatesThatAreOutOfOrderOrOver() {
        assertThatThrownBy(() -> ask(UNTIL, FROM)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> asked().approve(decider, FROM.minusDays(1), null, NOW, List.of()))
                .isInstanceOf(Refusal.class);
        var late = new Now(NOW.at(), UNTIL.plusDays(1));
        assertThatThrownBy(() -> asked().approve(decider, UNTIL, null, late, List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessage("freeze.until.past");
    }

    @Test
    void keepsTheFirstEndWhenItIsExtendedAndCountsUpToTheCap() {
        var exception = approved();
        exception.extend(decider, LATER, CAP, NOW, List.of());
        exception.extend(decider, LATER.plusDays(30), CAP, NOW, List.of());
        assertThat(exception.firstUntil()).isEqualTo(UNTIL);
        assertThat(exception.validUntil()).isEqualTo(LATER.plusDays(30));
        assertThat(exception.extensions()).isEqualTo(2);
        assertThatThrownBy(() -> exception.extend(decider, LATER.plusDays(60), CAP, NOW, List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessage("freeze.extension.cap");
    }

    @Test
    void isExtendedOnlyToALaterDayAndOnlyWhileItRuns() {
        assertThatThrownBy(() -> approved().extend(decider, UNTIL, CAP, NOW, List.of()))
                .hasMessage("freeze.extension.earlier");
        var over = new Now(NOW.at(), UNTIL.plusDays(1));
        assertThatThrownBy(() -> approved().extend(decider, LATER, CAP, over, List.of()))
                .as("nobody has recorded its end yet, and it is over all the same")
                .hasMessage("freeze.already.EXPIRED");
        assertThatThrownBy(() -> approved().extend(requester, LATER, CAP, NOW, List.of()))
                .isInstanceOf(SamePersonDecides.class);
    }

    @Test
    void anExtensionThatIsAskedForIsReviewedAndDecidedByOthers() {
        var exception = approved();
        var asker = PersonId.next();
        exception.askExtension(extension, asker, LATER, "The season is longer.", CAP, NOW);
        assertThatThrownBy(() -> exception.askExtension(new Reference(2001), asker, LATER, "Again.", CAP, NOW))
                .hasMessage("freeze.extension.open");
        assertThatThrownBy(() -> exception.extend(decider, LATER, CAP, NOW, List.of()))
                .as("what was asked for is decided, not passed by")
                .hasMessage("freeze.extension.open");
        assertThatThrownBy(() -> exception.recommendExtension(extension, asker, Verdict.RECOMMENDED, null, NOW.at()))
                .isInstanceOf(SamePersonDecides.class);
        exception.recommendExtension(extension, reviewer, Verdict.RECOMMENDED, null, NOW.at());
        for (var part : List.of(asker, requester, enteredBy, sponsor, reviewer)) {
            assertThatThrownBy(() -> exception.approveExtension(extension, part, LATER, CAP, NOW, List.of()))
                    .isInstanceOf(SamePersonDecides.class);
        }
        exception.approveExtension(extension, decider, LATER, CAP, NOW, List.of());
        assertThat(exception.validUntil()).isEqualTo(LATER);
        assertThatThrownBy(() -> exception.approveExtension(extension, decider, LATER.plusDays(1), CAP, NOW, List.of()))
                .isInstanceOf(NotInThisState.class);
        assertThatThrownBy(() -> exception.denyExtension(extension, decider, "No.", NOW.at(), List.of()))
                .isInstanceOf(NotInThisState.class);
    }

    @Test
    void whoReviewedTheExceptionMayDecideItsExtension() {
        var exception = approved();
        exception.askExtension(extension, requester, LATER, "Please.", CAP, NOW);
        exception.approveExtension(extension, reviewer, LATER, CAP, NOW, List.of());
        assertThat(exception.extensions()).isEqualTo(1);
    }

    @Test
    void aDeniedOrWithdrawnExtensionLeavesTheEndAsItWas() {
        var exception = approved();
        exception.askExtension(extension, requester, LATER, "Please.", CAP, NOW);
        exception.denyExtension(extension, decider, "No.", NOW.at(), List.of());
        exception.askExtension(new Reference(2001), requester, LATER, "Please!", CAP, NOW);
        exception.withdrawExtension(new Reference(2001), NOW.at());
        assertThat(exception.validUntil()).isEqualTo(UNTIL);
        assertThat(exception.extensions()).isZero();
        assertThat(exception.openExtension()).isEmpty();
    }

    @Test
    void theAccountCannotExistBeforeTheExceptionBegins() {
        var exception = asked();
        exception.approve(decider, UNTIL, null, NOW, List.of());
        var before = new Now(NOW.at(), FROM.minusDays(1));
        assertThatThrownBy(() -> exception.activate(AccountId.next(), before))
                .isInstanceOf(Refusal.class)
                .hasMessage("freeze.account.early");
    }

    @Test
    void isRecordedAsExpiredOnlyWhenItsLastDayIsOver() {
        var exception = approved();
        assertThatThrownBy(() -> exception.expire(new Now(NOW.at(), UNTIL), List.of()))
                .isInstanceOf(NotInThisState.class);
        exception.expire(new Now(NOW.at(), UNTIL.plusDays(1)), List.of());
        assertThatThrownBy(() -> exception.expire(new Now(NOW.at(), UNTIL.plusDays(2)), List.of()))
                .as("the owner is told once")
                .isInstanceOf(NotInThisState.class);
    }

    /** Every verb in every state: what is not listed is refused, and says where the exception stands. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DRAFT")
    void everyVerbIsRefusedInEveryStateButItsOwn(ExceptionState state) {
        Map<ExceptionState, Set<String>> allowed = new EnumMap<>(Map.of(
                ExceptionState.IN_REVIEW, Set.of("recommend", "query", "approve", "deny", "withdraw"),
                ExceptionState.APPROVED, Set.of("withdraw", "activate", "revoke", "extend", "ask"),
                ExceptionState.ACTIVE, Set.of("revoke", "extend", "ask")));
        Map<String, Consumer<ExceptionCase>> verbs = Map.of(
                "recommend", it -> it.recommend(PersonId.next(), Verdict.RECOMMENDED, null, NOW.at()),
                "query", it -> it.query(it.number(), "Why?", NOW.at(), List.of()),
                "approve", it -> it.approve(decider, UNTIL, null, NOW, List.of()),
                "deny", it -> it.deny(decider, "No.", NOW.at(), List.of()),
                "withdraw", it -> it.withdraw(NOW),
                "activate", it -> it.activate(AccountId.next(), NOW),
                "revoke", it -> it.revoke(decider, "No.", NOW, List.of()),
                "extend", it -> it.extend(decider, LATER, CAP, NOW, List.of()),
                "ask", it -> it.askExtension(extension, requester, LATER, "Please.", CAP, NOW));
        verbs.forEach((name, verb) -> {
            var exception = in(state);
            if (allowed.getOrDefault(state, Set.of()).contains(name)) verb.accept(exception);
            else
                assertThatThrownBy(() -> verb.accept(exception))
                        .as(name + " in " + state)
                        .isInstanceOf(NotInThisState.class)
                        .hasMessage("freeze.already." + state);
        });
    }

    @Test
    void noStateLeadsBackAndTheEndsAreEnds() {
        for (var from : ExceptionState.values()) {
            assertThat(from.mayBecome(from)).isFalse();
            assertThat(from.mayBecome(ExceptionState.DRAFT)).isFalse();
        }
        for (var end : EnumSet.of(
                ExceptionState.DENIED, ExceptionState.WITHDRAWN, ExceptionState.EXPIRED, ExceptionState.REVOKED)) {
            for (var next : ExceptionState.values()) {
                assertThat(end.mayBecome(next)).isFalse();
            }
        }
    }

    private ExceptionCase in(ExceptionState state) {
        var exception = asked();
        switch (state) {
            case DRAFT, IN_REVIEW -> {}
            case APPROVED -> exception.approve(decider, UNTIL, null, NOW, List.of());
            case DENIED -> exception.deny(decider, "No.", NOW.at(), List.of());
            case WITHDRAWN -> exception.withdraw(NOW);
            case ACTIVE -> {
                exception.approve(decider, UNTIL, null, NOW, List.of());
                exception.activate(AccountId.next(), NOW);
            }
            case EXPIRED -> {
                exception.approve(decider, UNTIL, null, NOW, List.of());
                exception.expire(new Now(NOW.at(), UNTIL.plusDays(1)), List.of());
            }
            case REVOKED -> {
                exception.approve(decider, UNTIL, null, NOW, List.of());
                exception.revoke(decider, "No.", NOW, List.of());
            }
        }
        return exception;
    }

    @Test
    void noSequenceOfCommandsReachesAnIllegalState() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var people = List.of(requester, enteredBy, sponsor, reviewer, decider);
            var exception = asked();
            var today = TODAY;
            for (int command = 0; command < 15; command++) {
                today = today.plusDays(random.nextInt(60));
                var now = new Now(NOW.at().plus(Duration.ofDays(ChronoUnit.DAYS.between(TODAY, today))), today);
                var before = exception.stateOn(today);
                var until = exception.validUntil();
                var who = people.get(random.nextInt(people.size()));
                boolean hadPart = exception.partOf(who).isPresent();
                try {
                    act(exception, who, random, now);
                } catch (DomainError refused) {
                    assertThat(exception.stateOn(today)).as("seed %d", seed).isEqualTo(before);
                    assertThat(exception.validUntil()).isEqualTo(until);
                    continue;
                }
                var after = exception.stateOn(today);
                assertThat(after == before || before.mayBecome(after) || after == ExceptionState.EXPIRED)
                        .as("seed %d: %s to %s", seed, before, after)
                        .isTrue();
                if (before == ExceptionState.IN_REVIEW && after.granted())
                    assertThat(hadPart).as("seed %d", seed).isFalse();
                if (until != null) assertThat(exception.validUntil()).isAfterOrEqualTo(until);
                assertThat(exception.extensions()).isLessThanOrEqualTo(CAP);
                assertThat(exception.inForceOn(today)).isEqualTo(after.granted() && !today.isBefore(FROM));
            }
        }
    }

    private void act(ExceptionCase exception, PersonId who, Random random, Now now) {
        var until = now.today().plusDays(random.nextInt(200));
        switch (random.nextInt(11)) {
            case 0 -> exception.recommend(who, Verdict.RECOMMENDED, null, now.at());
            case 1, 2 -> exception.approve(who, until, null, now, List.of());
            case 3 -> exception.deny(who, "No.", now.at(), List.of());
            case 4 -> exception.withdraw(now);
            case 5 -> exception.activate(AccountId.next(), now);
            case 6 -> exception.revoke(who, "It is over.", now, List.of());
            case 7 -> exception.expire(now, List.of());
            case 8 -> exception.askExtension(extension, who, until, "More time.", CAP, now);
            case 9 -> exception.approveExtension(extension, who, until, CAP, now, List.of());
            default -> exception.extend(who, until, CAP, now, List.of());
        }
    }

    private ExceptionCase approved() {
        var exception = asked();
        exception.recommend(reviewer, Verdict.RECOMMENDED, null, NOW.at());
        exception.approve(decider, UNTIL, "Two administrators", NOW, List.of());
        return exception;
    }

    private ExceptionCase asked() {
        return ExceptionCase.ask(new Reference(1031), ask(FROM, UNTIL), requester, enteredBy, List.of(), NOW.at());
    }

    private ExceptionAsk ask(LocalDate from, LocalDate until) {
        return new ExceptionAsk(
                "Sample Summer Camp",
                Platform.INSTAGRAM,
                null,
                UnitId.next(),
                sponsor,
                "Prof. Lena Placeholder",
                "Chair",
                "Families ask every day.",
                "Families",
                from,
                until,
                Set.of(PersonId.next(), PersonId.next()));
    }
}
