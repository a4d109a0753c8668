package org.ambassadorportal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ambassadorportal.identity.PersonId;
import org.ambassadorportal.kernel.Refusal;
import org.ambassadorportal.kernel.StaleEdit;
import org.ambassadorportal.organization.UnitId;
import org.ambassadorportal.social.SocialProfile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OfficialAccountTests {

    private static final Instant NOW = Instant.parse("2026-10-12T15:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-10-12");
    private static final UnitId UNIT = UnitId.next();

    @Test
    void beginsUnderReviewAndIsPublishedWithAnOwnerOnly() {
        var account = OfficialAccount.register(details("https://x.com/placeholder", null), NOW);
        assertThat(account.state()).isEqualTo(AccountState.UNDER_REVIEW);
        assertThatThrownBy(() -> account.publish(NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("unit");
        account.edit(0L, details("https://x.com/placeholder", UNIT), TODAY, NOW);
        account.publish(NOW);
        assertThat(account.state()).isEqualTo(AccountState.PUBLISHED);
        assertThat(account.certifiedAt()).isEqualTo(NOW);
    }

    @Test
    void aNewHandleLeavesTheEarlierNameBehind() {
        var account = published("https://x.com/placeholder_med");
        account.edit(0L, details("https://x.com/placeholder", UNIT), TODAY, NOW);
        assertThat(account.earlierNames()).singleElement().satisfies(name -> {
            assertThat(name.handle()).isEqualTo("placeholder_med");
            assertThat(name.until()).isEqualTo(TODAY);
        });
        account.edit(0L, details("https://x.com/placeholder_med", UNIT), TODAY.plusDays(1), NOW);
        assertThat(account.earlierNames())
                .as("a name that is used again is no earlier name")
                .singleElement()
                .satisfies(name -> assertThat(name.handle()).isEqualTo("placeholder"));
    }

    @Test
    void theSameAddressInOtherLettersIsNoNewName() {
        var account = published("https://x.com/placeholder");
        account.edit(0L, details("https://twitter.com/PLACEHOLDER", UNIT), TODAY, NOW);
        assertThat(account.earlierNames()).isEmpty();
    }

    @Test
    void refusesAnotherPlatformAndAnEditOnAnOlderVersion() {
        var account = published("https://x.com/placeholder");
        assertThatThrownBy(() -> account.edit(0L, details("https://www.threads.com/@placeholder", UNIT), TODAY, NOW))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> account.edit(7L, details("https://x.com/placeholder", UNIT), TODAY, NOW))
                .isInstanceOf(StaleEdit.class);
    }

    @Test
    void aPublishedAccountKeepsAnOwner() {
        var account = published("https://x.com/placeholder");
        assertThatThrownBy(() -> account.edit(0L, details("https://x.com/placeholder", null), TODAY, NOW))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void isArchivedFromAPublishedStateOnADayThatHasCome() {
        var account = published("https://x.com/placeholder");
        assertThatThrownBy(() -> account.archive(0L, TODAY.plusDays(1), null, TODAY, NOW))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> account.archive(0L, TODAY, account.id(), TODAY, NOW))
                .isInstanceOf(Refusal.class);
        account.archive(0L, TODAY, null, TODAY, NOW);
        assertThat(account.state()).isEqualTo(AccountState.ARCHIVED);
        assertThatThrownBy(() -> account.archive(0L, TODAY, null, TODAY, NOW)).isInstanceOf(NotInThisState.class);
        assertThatThrownBy(() -> account.certify(NOW)).isInstanceOf(NotInThisState.class);
        assertThatThrownBy(() -> account.publish(NOW)).isInstanceOf(NotInThisState.class);
        assertThatThrownBy(() -> account.edit(0L, details("https://x.com/other", UNIT), TODAY, NOW))
                .isInstanceOf(NotInThisState.class);
        account.restore(NOW);
        assertThat(account.state()).isEqualTo(AccountState.UNDER_REVIEW);
        assertThatThrownBy(account::mustBeRemovable)
                .as("it was public once, so it is not taken out")
                .isInstanceOf(NotInThisState.class);
    }

    @Test
    void anImpostorIsPublishedAtOnceAndCannotBeCertified() {
        var account = OfficialAccount.impostor(details("https://x.com/pretender", null), TODAY, NOW);
        assertThat(account.state()).isEqualTo(AccountState.PUBLISHED);
        assertThatThrownBy(() -> account.certify(NOW)).isInstanceOf(NotInThisState.class);
        assertThatThrownBy(() -> account.markAsImpostor(0L, null, TODAY, NOW)).isInstanceOf(NotInThisState.class);
    }

    @Test
    void anAccountThatWasTakenOverBecomesAnImpostorWithoutOwnerOrAdministrators() {
        var account = published("https://x.com/placeholder");
        account.markAsImpostor(0L, null, TODAY, NOW);
        assertThat(account.kind()).isEqualTo(AccountKind.IMPOSTOR);
        assertThat(account.unit()).isNull();
        assertThat(account.administrators()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(AccountState.class)
    void eachStateNamesItselfWhenItRefuses(AccountState from) {
        for (var to : AccountState.values()) {
            boolean allowed = switch (from) {
                case UNDER_REVIEW -> to == AccountState.PUBLISHED;
                case PUBLISHED -> to == AccountState.ARCHIVED;
                case ARCHIVED -> to == AccountState.UNDER_REVIEW;
            };
            if (allowed) assertThat(from.to(to)).isEqualTo(to);
            else assertThatThrownBy(() -> from.to(to)).hasMessage("registry.already." + from.name());
        }
    }

    private static OfficialAccount published(String address) {
        var account = OfficialAccount.register(details(address, UNIT), NOW);
        account.publish(NOW);
        return account;
    }

    private static AccountDetails details(String address, @Nullable UnitId unit) {
        return new AccountDetails(
                "Placeholder Health",
                SocialProfile.parse(address).profile().orElseThrow(),
                null,
                unit,
                Set.of(PersonId.next(), PersonId.next()),
                "en",
                List.of("health"),
                null);
    }
}
