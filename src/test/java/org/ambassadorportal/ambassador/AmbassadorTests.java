package org.ambassadorportal.ambassador;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.junit.jupiter.api.Test;

class AmbassadorTests {

    private static final Instant AT = Instant.parse("2026-10-15T14:00:00Z");
    private static final PersonId TEAM = PersonId.next();
    private static final Addressee OWNER = new Addressee(PersonId.next(), "Amara Example", "amara@staff.test");

    private final Ambassador page = new Ambassador(EnrollmentTests.sent(), "amara-example", AT);

    @Test
    void suspensionAndPauseAreLiftedEachOnItsOwn() {
        page.pause(AT);
        page.suspend(TEAM, OWNER, "A reason.", AT);
        assertThat(page.state()).isEqualTo(PageState.SUSPENDED);
        page.resume(AT);
        assertThat(page.state()).isEqualTo(PageState.SUSPENDED);
        page.pause(AT);
        page.restore(TEAM, OWNER, AT);
        assertThat(page.state()).isEqualTo(PageState.PAUSED);
        page.resume(AT);
        assertThat(page.state()).isEqualTo(PageState.PUBLISHED);
    }

    @Test
    void nobodyRestoresTheirOwnPage() {
        page.suspend(TEAM, OWNER, "A reason.", AT);
        assertThatThrownBy(() -> page.restore(page.person(), OWNER, AT)).isInstanceOf(OwnEnrollment.class);
    }

    @Test
    void isSuspendedAndRestoredOnce() {
        page.suspend(TEAM, OWNER, "A reason.", AT);
        assertThatThrownBy(() -> page.suspend(TEAM, OWNER, "Another.", AT)).isInstanceOf(SuspendedBefore.class);
        page.restore(TEAM, OWNER, AT);
        assertThatThrownBy(() -> page.restore(TEAM, OWNER, AT)).isInstanceOf(RestoredBefore.class);
    }

    @Test
    void leavingTakesEverythingWithIt() {
        page.leave(OWNER, AT);
        assertThat(page.state()).isEqualTo(PageState.LEFT);
        assertThat(page.particulars()).isEqualTo(Particulars.NONE);
        assertThat(page.interests()).isEqualTo(Interests.NONE);
        assertThat(page.profiles()).isEmpty();
        assertThatThrownBy(() -> page.pause(AT)).isInstanceOf(LeftBefore.class);
        assertThatThrownBy(() -> page.suspend(TEAM, OWNER, "x", AT)).isInstanceOf(LeftBefore.class);
    }

    @Test
    void whoeverReturnsHasAPageAgain() {
        page.leave(OWNER, AT);
        page.returnWith(EnrollmentTests.sent(), "amara-example", AT);
        assertThat(page.state()).isEqualTo(PageState.PUBLISHED);
        assertThat(page.particulars().name()).isEqualTo("Amara Example");
    }

    @Test
    void theOwnersChangesHoldAtOnceAndOneProfileStaysPublic() {
        var interests = new Interests(List.of("sleep"), List.of("English", "Yoruba"), null);
        var shown = page.profiles().getLast().addressKey();
        page.edit(0L, interests, Visibility.ALL, Set.of(shown), AT);
        assertThat(page.interests()).isEqualTo(interests);
        assertThat(page.shownProfiles()).extracting(ListedProfile::addressKey).containsExactly(shown);
        assertThatThrownBy(() -> page.edit(0L, interests, Visibility.ALL, Set.of("x:nobody"), AT))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> page.edit(5L, interests, Visibility.ALL, Set.of(shown), AT))
                .isInstanceOf(StaleEdit.class);
    }

    @Test
    void anApprovedChangeLeavesWhatTheOwnerSetMeanwhile() {
        var change = Enrollment.toChange(page, AT);
        page.edit(null, new Interests(List.of("sleep"), List.of("English"), "New."), Visibility.ALL, keys(), AT);
        change.enter(
                new Particulars(
                        "Amara Sample", null, "Professor", change.particulars().unit(), null),
                change.interests(),
                AT);
        page.change(change, "amara-sample", AT);
        assertThat(page.particulars().name()).isEqualTo("Amara Sample");
        assertThat(page.slug()).isEqualTo("amara-sample");
        assertThat(page.interests().topics()).containsExactly("sleep");
    }

    @Test
    void aPageTakenDownIsNotTakenDownTwice() {
        page.takeDown(AT);
        page.takeDown(AT.plusSeconds(1));
        assertThat(page.state()).isEqualTo(PageState.TAKEN_DOWN);
        page.restore(TEAM, OWNER, AT);
        assertThat(page.state()).isEqualTo(PageState.PUBLISHED);
    }

    private Set<String> keys() {
        return Set.copyOf(
                page.profiles().stream().map(ListedProfile::addressKey).toList());
    }
}
