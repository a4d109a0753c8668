package org.ambassadorportal.freeze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.organization.UnitKind;
import org.ambassadorportal.social.Platform;
import org.junit.jupiter.api.Test;

class FreezeWindowTests {

    private static final Instant NOW = Instant.parse("2026-10-12T15:00:00Z");
    private static final LocalDate FROM = LocalDate.parse("2026-01-12");
    private static final LocalDate UNTIL = LocalDate.parse("2027-06-30");

    @Test
    void holdsFromItsFirstToItsLastDayBothIncluded() {
        var window = FreezeWindow.open(departmentsOnX(), FROM, UNTIL, NOW);
        assertThat(window.inForceOn(FROM.minusDays(1))).isFalse();
        assertThat(window.inForceOn(FROM)).isTrue();
        assertThat(window.inForceOn(UNTIL)).isTrue();
        assertThat(window.inForceOn(UNTIL.plusDays(1))).isFalse();
        assertThat(FreezeWindow.open(departmentsOnX(), FROM, null, NOW).inForceOn(LocalDate.parse("2999-01-01")))
                .as("without an end it goes on")
                .isTrue();
    }

    @Test
    void sectionsAndLabsCountWithTheirDepartment() {
        var scope = departmentsOnX();
        assertThat(scope.covers(UnitKind.SECTION, Platform.X)).isTrue();
        assertThat(scope.covers(UnitKind.LAB, Platform.X)).isTrue();
        assertThat(scope.covers(UnitKind.PROGRAM, Platform.X)).isFalse();
        assertThat(scope.covers(UnitKind.DEPARTMENT, Platform.TIKTOK)).isFalse();
        assertThat(new FreezeWindow.Scope(Set.of(UnitKind.LAB), Set.of(Platform.X)).kinds())
                .containsExactly(UnitKind.DEPARTMENT);
    }

    @Test
    void refusesAnEmptyScopeAndAnEndBeforeTheBeginning() {
        assertThatThrownBy(() -> new FreezeWindow.Scope(Set.of(), Set.of(Platform.X)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new FreezeWindow.Scope(Set.of(UnitKind.OFFICE), Set.of()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> FreezeWindow.open(departmentsOnX(), UNTIL, FROM, NOW))
                .isInstanceOf(Refusal.class);
        var window = FreezeWindow.open(departmentsOnX(), FROM, UNTIL, NOW);
        assertThatThrownBy(() -> window.change(0L, departmentsOnX(), UNTIL, FROM, NOW))
                .isInstanceOf(Refusal.class);
        assertThat(window.from()).as("nothing changed").isEqualTo(FROM);
    }

    @Test
    void endsOnceAndNotBeforeItBegan() {
        var window = FreezeWindow.open(departmentsOnX(), FROM, UNTIL, NOW);
        assertThatThrownBy(() -> window.end(0L, FROM.minusDays(1), FROM.minusDays(1), NOW))
                .isInstanceOf(Refusal.class);
        window.end(0L, FROM.plusDays(3), FROM.plusDays(3), NOW);
        assertThat(window.inForceOn(FROM.plusDays(3))).isTrue();
        assertThat(window.inForceOn(FROM.plusDays(4))).isFalse();
        assertThatThrownBy(() -> window.end(0L, FROM.plusDays(9), FROM.plusDays(9), NOW))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void refusesAnEditOnAnOlderVersion() {
        var window = FreezeWindow.open(departmentsOnX(), FROM, UNTIL, NOW);
        assertThatThrownBy(() -> window.change(3L, departmentsOnX(), FROM, UNTIL, NOW))
                .isInstanceOf(StaleEdit.class);
        assertThatThrownBy(() -> window.end(3L, UNTIL, FROM, NOW)).isInstanceOf(StaleEdit.class);
    }

    private static FreezeWindow.Scope departmentsOnX() {
        return new FreezeWindow.Scope(Set.of(UnitKind.DEPARTMENT), Set.of(Platform.X));
    }
}
