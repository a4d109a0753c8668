package org.ambassadorportal.ambassador;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.ambassadorportal.desk.Reference;
import org.ambassadorportal.identity.Addressee;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Conflict;
import org.ambassadorportal.kernel.NotAllowed;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.social.SocialProfile;
import org.junit.jupiter.api.Test;

class EnrollmentTests {

    private static final Instant AT = Instant.parse("2026-10-15T14:00:00Z");
    private static final PersonId PERSON = PersonId.next();
    private static final PersonId REVIEWER = PersonId.next();
    private static final Addressee TO = new Addressee(PERSON, "Amara Example", "amara@staff.test");
    private static final Reference REF = new Reference(1042);

    @Test
    void isSentOnlyWithAllItsAnswers() {
        var draft = Enrollment.toJoin(PERSON, AT);
        assertThatThrownBy(() -> draft.send(null, REF, null, AT)).isInstanceOf(NotComplete.class);
        about(draft);
        assertThatThrownBy(() -> draft.send(null, REF, null, AT)).isInstanceOf(NotComplete.class);
        profiles(draft);
        assertThatThrownBy(() -> draft.send(null, REF, null, AT)).isInstanceOf(NotComplete.class);
        draft.show(Visibility.ALL, Set.of("x"), AT);
        draft.send(null, REF, null, AT);
        assertThat(draft.state()).isEqualTo(EnrollmentState.SUBMITTED);
        assertThat(draft.reference()).isEqualTo(REF);
    }

    @Test
    void keepsItsReferenceWhenItIsSentAgain() {
        var enrollment = sent();
        enrollment.askChanges(null, REVIEWER, TO, "Please change the title.", AT);
        assertThat(enrollment.words()).isEqualTo("Please change the title.");
        enrollment.send(null, new Reference(9999), new Addressee(REVIEWER, "Jo", "jo@staff.test"), AT);
        assertThat(enrollment.reference()).isEqualTo(REF);
    }

    @Test
    void isNotWrittenInWhileTheTeamHasIt() {
        var enrollment = sent();
        assertThatThrownBy(() -> about(enrollment)).isInstanceOf(AlreadySent.class);
        enrollment.approve(null, REVIEWER, TO, "/ambassadors/x", AT);
        assertThatThrownBy(() -> about(enrollment)).isInstanceOf(AlreadyDecided.class);
    }

    @Test
    void nobodyDecidesOnTheirOwn() {
        assertThatThrownBy(() -> sent().approve(null, PERSON, TO, "/x", AT)).isInstanceOf(OwnEnrollment.class);
        assertThatThrownBy(() -> sent().decline(null, PERSON, TO, "no", AT)).isInstanceOf(OwnEnrollment.class);
        assertThatThrownBy(() -> sent().askChanges(null, PERSON, TO, "no", AT)).isInstanceOf(OwnEnrollment.class);
    }

    @Test
    void isDecidedOnce() {
        var enrollment = sent();
        enrollment.decline(null, REVIEWER, TO, "Not staff.", AT);
        assertThatThrownBy(() -> enrollment.approve(null, REVIEWER, TO, "/x", AT))
                .isInstanceOf(AlreadyDecided.class);
        assertThatThrownBy(() -> enrollment.withdraw(AT)).isInstanceOf(AlreadyDecided.class);
    }

    @Test
    void isNotDecidedOnAnotherVersionThanWasLookedAt() {
        assertThatThrownBy(() -> sent().approve(7L, REVIEWER, TO, "/x", AT)).isInstanceOf(StaleEdit.class);
    }

    @Test
    void oneProfileIsAlwaysPublic() {
        var draft = Enrollment.toJoin(PERSON, AT);
        profiles(draft);
        assertThatThrownBy(() -> draft.show(Visibility.ALL, Set.of(), AT)).isInstanceOf(Refusal.class);
        draft.show(Visibility.ALL, Set.of("linkedin"), AT);
        assertThat(draft.profiles()).extracting(EnteredProfile::hidden).containsExactly(true, false);
        draft.enter(List.of(entered("x", "x.com/amara_demo")), Opinions.OWN, AT);
        assertThat(draft.profiles()).extracting(EnteredProfile::hidden).containsExactly(false);
    }

    @Test
    void whatWasHiddenStaysHiddenWhenProfilesAreEnteredAgain() {
        var draft = Enrollment.toJoin(PERSON, AT);
        profiles(draft);
        draft.show(Visibility.ALL, Set.of("x"), AT);
        profiles(draft);
        assertThat(draft.profiles()).extracting(EnteredProfile::hidden).containsExactly(false, true);
    }

    @Test
    void whatWasNotThereToBeHiddenIsShownOnceItIs() {
        var draft = Enrollment.toJoin(PERSON, AT);
        profiles(draft);
        draft.show(new Visibility(false, false, false, false, false, false), Set.of("x"), AT);
        about(draft);
        assertThat(draft.visibility()).isEqualTo(Visibility.ALL);
        draft.show(new Visibility(false, false, false, false, false, false), Set.of("x"), AT);
        assertThat(draft.visibility()).isEqualTo(new Visibility(true, false, false, false, false, false));
    }

    @Test
    void noSequenceOfCommandsReachesAnIllegalState() {
        var random = new Random(20261015);
        for (int life = 0; life < 300; life++) {
            var enrollment = random.nextBoolean() ? sent() : Enrollment.toJoin(PERSON, AT);
            for (int step = 0; step < 12; step++) {
                var before = enrollment.state();
                try {
                    switch (random.nextInt(8)) {
                        case 0 -> about(enrollment);
                        case 1 -> profiles(enrollment);
                        case 2 -> enrollment.show(Visibility.ALL, Set.of("x"), AT);
                        case 3 -> enrollment.send(null, REF, null, AT);
                        case 4 -> enrollment.askChanges(null, REVIEWER, TO, "words", AT);
                        case 5 -> enrollment.approve(null, random.nextInt(4) == 0 ? PERSON : REVIEWER, TO, "/x", AT);
                        case 6 -> enrollment.decline(null, REVIEWER, TO, "words", AT);
                        default -> enrollment.withdraw(AT);
                    }
                } catch (Conflict | NotAllowed | Refusal refused) {
                    assertThat(enrollment.state())
                            .as("a refusal changes nothing")
                            .isEqualTo(before);
                }
                assertThat(!before.isOver() || enrollment.state() == before)
                        .as("an end stays one")
                        .isTrue();
                assertThat(enrollment.state() == EnrollmentState.DRAFT || enrollment.referenceIfSent() != null)
                        .as("what was sent has a reference")
                        .isTrue();
                assertThat(enrollment.state() != EnrollmentState.APPROVED || REVIEWER.equals(enrollment.decidedBy()))
                        .isTrue();
            }
        }
    }

    static Enrollment sent() {
        var draft = Enrollment.toJoin(PERSON, AT);
        about(draft);
        profiles(draft);
        draft.show(Visibility.ALL, Set.of("x", "linkedin"), AT);
        draft.send(null, REF, null, AT);
        return draft;
    }

    private static void about(Enrollment draft) {
        draft.enter(
                new Particulars("Amara Example", "MD", "Clinical professor", UnitId.next(), null),
                new Interests(List.of("sepsis"), List.of("English"), "I teach."),
                AT);
    }

    private static void profiles(Enrollment draft) {
        draft.enter(
                List.of(entered("x", "x.com/amara_demo"), entered("linkedin", "linkedin.com/in/amara-demo")),
                Opinions.OWN,
                AT);
    }

    private static EnteredProfile entered(String slot, String text) {
        return EnteredProfile.of(slot, text, SocialProfile.parse(text).profile().orElseThrow(), false);
    }
}
